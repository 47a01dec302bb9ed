#include <doctest/doctest.h>

#include <filesystem>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/store/reader.hpp>

#include "small_file.hpp"

using namespace tiltak;
using namespace tiltak::store;

TEST_CASE("a whole file comes back as it was written") {
  const SmallFile size;
  const std::string path = "roundtrip.h5";
  write_small_file(path, size);
  const ResultReader file(path);
  CHECK(file.worlds() == std::vector<std::string>{"policy", "none"});
  CHECK(file.provenance().seed == 0xfedcba9876543210u);
  CHECK(file.provenance().title == "Prøve på et format");
  CHECK(file.provenance().parameters.size() == 100'000);
  CHECK(file.provenance().expansion == 20.5);
  CHECK(file.provenance().ended >= file.provenance().started);
  const auto months = file.months("/worlds/policy");
  REQUIRE(months.size() == size.months);
  CHECK(months.front() == size.start);
  CHECK(file.persons().size() == size.persons);
  CHECK(file.persons().back() == size.persons - 1);
  const auto states = file.read<std::uint8_t>("/worlds/policy/states");
  const auto jobs = file.read<std::uint8_t>("/worlds/policy/jobs");
  REQUIRE(states.size() == size.persons * size.months);
  std::size_t wrong = 0;
  for (std::uint64_t p = 0; p < size.persons; ++p)
    for (std::uint64_t m = 0; m < size.months; ++m) {
      const auto i = p * size.months + m;
      wrong += states[i] != code_of(p, m) || jobs[i] != job_of(code_of(p, m));
    }
  CHECK(wrong == 0);
  std::filesystem::remove(path);
}

TEST_CASE("rows of the panel are read without the rest") {
  const SmallFile size;
  const std::string path = "rows.h5";
  write_small_file(path, size);
  const ResultReader file(path);
  std::vector<std::uint8_t> rows(3 * size.months);
  file.read_rows<std::uint8_t>("/worlds/none/states", 4095, 3, rows); // over the edge of a block
  for (std::uint64_t p = 0; p < 3; ++p)
    for (std::uint64_t m = 0; m < size.months; ++m)
      REQUIRE(rows[p * size.months + m] == code_of(4095 + p, m));
  CHECK_THROWS_AS(file.read_rows<std::uint8_t>("/worlds/none/states", 4998, 3, rows), InputError);
  std::filesystem::remove(path);
}

TEST_CASE("every variable of the layout can be written and read") {
  const std::string path = "every.h5";
  write_small_file(path);
  const ResultReader file(path);
  std::size_t read = 0;
  for (const auto& row : layout::variables()) {
    std::string name(row.path);
    if (const auto at = name.find("<world>"); at != std::string::npos)
      name.replace(at, 7, "policy");
    if (row.name() == "person" && row.is_coordinate())
      continue; // only in a sample
    REQUIRE_MESSAGE(file.has(name), name);
    CHECK(file.shape(name).size() == row.dimension_names().size());
    if (row.type == Type::text)
      CHECK(file.read_text(name).at(1) == "blåbær 1");
    if (row.type == Type::f64)
      CHECK(file.read<double>(name).at(1) == 1.0);
    ++read;
  }
  CHECK(read > 60);
  std::filesystem::remove(path);
}
