#include <doctest/doctest.h>

#include <filesystem>
#include <stdexcept>

#include <tiltak/store/reader.hpp>
#include <tiltak/store/writer.hpp>

using namespace tiltak;
using namespace tiltak::store;

namespace {

const std::string writer_path = "writer.h5";
using Bytes = std::vector<std::uint8_t>;

} // namespace

TEST_CASE("the writer knows only what the layout has") {
  ResultWriter file(writer_path, Provenance{});
  CHECK_THROWS_AS(file.group("/weather"), std::logic_error);
  CHECK_THROWS_AS(file.group("/worlds/a b"), std::logic_error);
  Table persons = file.group("/persons");
  CHECK_THROWS_AS(file.group("/persons"), std::logic_error);
  CHECK_THROWS_AS(persons.write("sex", Bytes{0, 1}), std::logic_error); // no dimension yet
  persons.dimension("person", 2);
  CHECK_THROWS_AS(persons.dimension("person", 2), std::logic_error);
  CHECK_THROWS_AS(persons.write("shoe_size", Bytes{0, 1}), std::logic_error);
  CHECK_THROWS_AS(persons.write("sex", std::vector<std::int32_t>{0, 1}), std::logic_error);
  CHECK_THROWS_AS(persons.write("sex", Bytes{0, 2}), std::logic_error); // no such code
  CHECK_THROWS_AS(persons.write("origin", Bytes{0, 1, 2}), std::logic_error);
}

TEST_CASE("what the layout requires of a group is missed at commit") {
  {
    ResultWriter file(writer_path, Provenance{});
    Table replications = file.group("/replications");
    replications.write("replication", std::vector<std::int32_t>{0});
    CHECK_THROWS_WITH_AS(file.commit(), "results file: /replications/seed was not written",
                         std::logic_error);
  }
  CHECK(!std::filesystem::exists(writer_path));
}

TEST_CASE("tables without rows can be written and read") {
  {
    ResultWriter file(writer_path, Provenance{});
    Table spells = file.group("/worlds/none/spells");
    spells.dimension("spell", 0);
    spells.dimension("measures", 1);
    spells.write("person", std::vector<std::uint32_t>{});
    spells.write("measure", Bytes{});
    for (const char* name : {"start", "planned_end", "end"})
      spells.write(name, std::vector<std::int32_t>{});
    spells.write("ending", Bytes{});
    spells.write("measure_names", std::vector<std::string>{"training, \"AMO\""});
    file.commit();
  }
  const ResultReader file(writer_path);
  CHECK(file.worlds() == std::vector<std::string>{"none"});
  CHECK(file.read<std::uint32_t>("/worlds/none/spells/person").empty());
  CHECK(file.read_text("/worlds/none/spells/measure_names").front() == "training, \"AMO\"");
  std::filesystem::remove(writer_path);
}

TEST_CASE("a file can be extended and a group of it replaced") {
  const auto add = [](ResultWriter file, std::uint64_t seed) {
    file.remove("/replications");
    Table replications = file.group("/replications");
    replications.write("replication", std::vector<std::int32_t>{0});
    replications.write("seed", std::vector<std::uint64_t>{seed});
    file.commit();
  };
  Provenance first, second;
  first.started = "then";
  first.command_line = "tiltak run";
  second.started = "now";
  second.command_line = "tiltak cluster";
  add(ResultWriter(writer_path, first), 1);
  add(ResultWriter::extend(writer_path, writer_path, second), 2);
  const ResultReader file(writer_path);
  CHECK(file.read<std::uint64_t>("/replications/seed") == std::vector<std::uint64_t>{2});
  CHECK(file.attribute("/", "history") == "then: tiltak run\nnow: tiltak cluster");
  CHECK(file.provenance().started == "then");
  std::filesystem::remove(writer_path);
}

TEST_CASE("equal results are equal files but for the times") {
  const auto write = [] {
    Provenance p;
    ResultWriter file(writer_path, p);
    Table replications = file.group("/replications");
    replications.write("replication", std::vector<std::int32_t>{0, 1});
    replications.write("seed", std::vector<std::uint64_t>{1, 2});
    file.commit();
    return std::filesystem::file_size(writer_path);
  };
  const auto first = write();
  CHECK(write() == first); // over the old file
  std::filesystem::remove(writer_path);
}
