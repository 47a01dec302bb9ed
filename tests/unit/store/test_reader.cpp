#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <functional>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/store/reader.hpp>

#include "small_file.hpp"

using namespace tiltak;
using namespace tiltak::store;

namespace {

const std::string reader_path = "reader.h5";
using Bytes = std::vector<std::uint8_t>;

// A file with the right head and whatever `fill` puts into it, past the checks of the writer.
void craft(const std::function<void(const hdf5::Group& root)>& fill,
           std::int32_t major = layout::format_major) {
  auto file = hdf5::File::create(reader_path);
  const std::int32_t version[] = {major, 0};
  file.root().set_text("tiltak_format", "results");
  file.root().set("tiltak_format_version", std::span<const std::int32_t>(version));
  file.root().set("tiltak_seed", std::uint64_t{1});
  file.root().set("tiltak_threads", std::int32_t{1});
  file.root().set("tiltak_expansion", 1.0);
  fill(file.root());
  file.commit();
}

// What the user is told when `body` reads; "" if nothing was wrong.
std::string complaint(const std::function<void(const ResultReader&)>& body = {},
                      Limits limits = {}) {
  try {
    const ResultReader file(reader_path, limits);
    if (body) body(file);
  } catch (const InputError& error) {
    return error.what();
  }
  return {};
}

std::string complaint_about(const std::string& variable, Limits limits = {}) {
  return complaint([&](const ResultReader& file) { file.read<std::uint8_t>(variable); }, limits);
}

hdf5::Dataset add_sex(const hdf5::Group& root, Type type, const hdf5::Extent& extent,
                      const char* dimension = "person", const hdf5::Storage& storage = {}) {
  const auto persons = root.create_group("persons");
  auto sex = persons.create("sex", type, extent, storage);
  if (!extent.empty()) sex.attach(0, persons.create_dimension(dimension, extent[0]));
  return sex;
}

void write_text(const std::string& name, const std::string& text) {
  std::ofstream(name, std::ios::binary) << text;
}

} // namespace

TEST_CASE("what is no results file is refused by name") {
  std::filesystem::remove(reader_path);
  CHECK(complaint() == "reader.h5: error: no such file\n");
  write_text(reader_path, "persons,sex\n");
  CHECK(complaint() == "reader.h5: error: is not an HDF5 file\n");
  write_text(reader_path, "");
  CHECK(complaint() == "reader.h5: error: is not an HDF5 file\n");
  hdf5::File::create(reader_path).commit();
  CHECK(complaint() == "reader.h5: error: is not a results file of tiltak\n");
  craft([](const hdf5::Group&) {}, layout::format_major + 1);
  CHECK(complaint() == "reader.h5: error: has format version 3.0; this program reads 2.x\n");
  craft([](const hdf5::Group&) {});
  CHECK(complaint().empty());
}

TEST_CASE("a file that is cut short says so at any length") {
  write_small_file(reader_path, {500, 24, Month::of(2014, 1)});
  const auto size = std::filesystem::file_size(reader_path);
  for (const auto part : {size - 1, size / 2, size / 10, std::uintmax_t{100}}) {
    std::filesystem::copy_file(reader_path, "cut.h5",
                               std::filesystem::copy_options::overwrite_existing);
    std::filesystem::resize_file("cut.h5", part);
    CHECK_THROWS_WITH_AS(ResultReader("cut.h5"),
                         "cut.h5: error: cannot be opened: the file is cut short\n", InputError);
  }
  std::filesystem::remove("cut.h5");
}

TEST_CASE("a variable that is not as the layout has it is named") {
  craft([](const hdf5::Group&) {});
  CHECK(complaint_about("/persons/sex") == "reader.h5: error: /persons/sex: is missing\n");
  CHECK(complaint_about("/persons/shoes") ==
        "reader.h5: error: /persons/shoes: no variable of the format\n");
  craft(
      [](const hdf5::Group& root) { add_sex(root, Type::i32, {2}).write(Type::i32, "12345678"); });
  CHECK(complaint_about("/persons/sex") ==
        "reader.h5: error: /persons/sex: is int32 in place of uint8\n");
  craft([](const hdf5::Group& root) { add_sex(root, Type::u8, {2, 2}).write(Type::u8, "1234"); });
  CHECK(complaint_about("/persons/sex") ==
        "reader.h5: error: /persons/sex: has 2 dimensions in place of 1 (person)\n");
  craft([](const hdf5::Group& root) {
    add_sex(root, Type::u8, {2}, "people").write(Type::u8, "12");
  });
  CHECK(complaint_about("/persons/sex") ==
        "reader.h5: error: /persons/sex: dimension 1 is 'people' in place of 'person'\n");
  craft([](const hdf5::Group& root) { root.create_group("persons").create_group("sex"); });
  CHECK(complaint_about("/persons/sex") == "reader.h5: error: /persons/sex: is not a variable\n");
}

TEST_CASE("codes outside the list are refused") {
  craft([](const hdf5::Group& root) {
    add_sex(root, Type::u8, {3}).write(Type::u8, Bytes{0, 2, 1}.data());
  });
  CHECK(complaint_about("/persons/sex") ==
        "reader.h5: error: /persons/sex: holds 2, but codes go to 1\n");
}

TEST_CASE("declared sizes are not believed") {
  constexpr std::uint64_t huge = std::uint64_t{1} << 40;
  craft([](const hdf5::Group& root) { add_sex(root, Type::u8, {huge}); });
  CHECK(complaint_about("/persons/sex") ==
        "reader.h5: error: /persons/sex: declares 1099511627776 bytes, but 0 are stored\n");
  craft([](const hdf5::Group& root) { // one small chunk of very many
    const auto sex = add_sex(root, Type::u8, {huge}, "person", {{1024}, 1});
    sex.write_chunk({0}, "x", 1);
  });
  CHECK(complaint_about("/persons/sex").find("but 1 are stored") != std::string::npos);
  craft([](const hdf5::Group& root) {
    add_sex(root, Type::u8, {3}).write(Type::u8, Bytes{0, 1, 1}.data());
  });
  CHECK(complaint_about("/persons/sex", {2}) ==
        "reader.h5: error: /persons/sex: needs 3 bytes of memory; the limit is 2\n");
  CHECK(complaint_about("/persons/sex", {3}).empty());
}

TEST_CASE("a chunk that does not inflate is an error and not data") {
  craft([](const hdf5::Group& root) {
    add_sex(root, Type::u8, {64}, "person", {{64}, 1}).write_chunk({0}, "not deflated", 12);
  });
  CHECK(complaint_about("/persons/sex").find("/persons/sex: cannot be read: ") !=
        std::string::npos);
}

TEST_CASE("a calendar is consecutive first days of months") {
  CHECK(month_of_days(0) == Month::of(1970, 1));
  CHECK(month_of_days(16071) == Month::of(2014, 1));
  CHECK(month_of_days(-31) == Month::of(1969, 12));
  CHECK(!month_of_days(1));
  CHECK(!month_of_days(2'000'000'000));
  const auto with_days = [](std::vector<std::int32_t> days) {
    craft([&](const hdf5::Group& root) {
      const auto time = root.create_group("budget").create("time", Type::i32, {days.size()});
      time.make_scale("time");
      time.write(Type::i32, days.data());
    });
    return complaint([](const ResultReader& file) { file.months("/budget"); });
  };
  CHECK(with_days({0, 31, 59}).empty());
  CHECK(with_days({0, 31, 60}) ==
        "reader.h5: error: /budget/time: is not a row of consecutive months\n");
  CHECK(!with_days({0, 59}).empty());
  std::filesystem::remove(reader_path);
}
