// What is made from the table of keys and kept in the repository.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include <tiltak/scenario/reader.hpp>
#include <tiltak/scenario/resolve.hpp>
#include <tiltak/scenario/schema.hpp>

using namespace tiltak;
using namespace tiltak::scenario;

namespace {

const std::filesystem::path root = TILTAK_SOURCE_DIR;

std::string content(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

TEST_CASE("the committed JSON Schema is fresh") {
  INFO("make it again: tiltak schema > scenarios/schema/tiltak-scenario.schema.json");
  const bool fresh = content(root / "scenarios/schema/tiltak-scenario.schema.json") ==
                     json_schema().text(2) + "\n";
  CHECK(fresh);
}

TEST_CASE("the committed reference page is fresh") {
  INFO("make it again: tiltak schema --markdown > docs/reference/scenario.md");
  const bool fresh = content(root / "docs/reference/scenario.md") == reference_page();
  CHECK(fresh);
}

namespace {

bool says_another_kind(const std::filesystem::path& path) {
  Diagnostics diagnostics;
  const auto tree = read_tree_file(path, diagnostics);
  return tree && tree->find("tiltak");
}

} // namespace

TEST_CASE("every scenario that is shipped can be resolved") {
  int scenarios = 0;
  for (const char* folder : {"baseline", "examples", "budgets"}) {
    const auto path = root / "scenarios" / folder;
    if (!std::filesystem::is_directory(path)) continue;
    for (const auto& entry : std::filesystem::directory_iterator(path)) {
      // Files of another kind say so in their first key.
      if (entry.path().extension() != ".yaml" || says_another_kind(entry.path()))
        continue;
      Diagnostics diagnostics;
      const auto values = resolve(entry.path(), {}, diagnostics);
      CHECK(to_string(diagnostics) == "");
      REQUIRE(values);
      CHECK(values->has("name.nb"));
      CHECK(values->has("name.en"));
      ++scenarios;
    }
  }
  CHECK(scenarios >= 3);
}
