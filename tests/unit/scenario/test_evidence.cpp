// The evidence is whole, and everything that cites it cites what is there.
#include <doctest/doctest.h>

#include <filesystem>

#include <tiltak/scenario/evidence.hpp>
#include <tiltak/scenario/reader.hpp>

#include "files.hpp"

namespace tiltak::scenario {
namespace {

const std::filesystem::path scenarios = std::filesystem::path(TILTAK_SOURCE_DIR) / "scenarios";

EvidenceBase shipped() {
  Diagnostics diagnostics;
  EvidenceBase base(scenarios / "evidence", diagnostics);
  CHECK_MESSAGE(diagnostics.empty(), to_string(diagnostics));
  return base;
}

// Every text below `node` whose key is `source` or ends in `_source`.
void collect_sources(const Node& node, std::vector<Node>& found) {
  for (const Entry& entry : node.entries) {
    const bool is_source = entry.key == "source" || entry.key.ends_with("_source");
    if (is_source && entry.value.shape == Shape::scalar) found.push_back(entry.value);
    collect_sources(entry.value, found);
  }
  for (const Node& item : node.items) collect_sources(item, found);
}

std::vector<Node> sources_of(const std::filesystem::path& path) {
  Diagnostics diagnostics;
  const auto tree = read_tree_file(path, diagnostics);
  REQUIRE_MESSAGE(tree, to_string(diagnostics));
  std::vector<Node> found;
  collect_sources(*tree, found);
  return found;
}

Diagnostics complaints(const std::filesystem::path& path, bool recalled_may_stand_alone) {
  static const EvidenceBase base = shipped();
  Diagnostics diagnostics;
  for (const Node& source : sources_of(path))
    base.check_source(source.text, source.place, diagnostics, recalled_may_stand_alone);
  return diagnostics;
}

// A file of one entry, its text given.
Diagnostics reading_of(const std::string& entry) {
  const Files files;
  files.write("documents.yaml", "tiltak: documents\ndocuments:\n  book: {title: t, by: b, "
                                "published: p}\n");
  files.write("one.yaml",
              "tiltak: evidence\ngroups:\n  g:\n    entries:\n      E1: " + entry + "\n");
  Diagnostics diagnostics;
  const EvidenceBase base(files.path(""), diagnostics);
  return diagnostics;
}

const std::string whole = "unit: u, uncertainty: {se: 1}, population: p, read_out: r, horizon: h, "
                          "comparison: c, document: book, place: l, status: read";

TEST_CASE("the evidence that ships is whole") {
  const EvidenceBase base = shipped();
  CHECK(base.all().size() >= 400);
  for (const Evidence& entry : base.all()) {
    CAPTURE(entry.id);
    for (const std::string& part : {entry.unit, entry.population, entry.read_out, entry.horizon,
                                    entry.comparison, entry.document, entry.at})
      CHECK_FALSE(part.empty());
  }
}

TEST_CASE("parameters and measures cite evidence that exists and never a recalled value alone") {
  std::vector<std::filesystem::path> paths{scenarios / "baseline/priors.yaml",
                                           scenarios / "baseline/parameters.yaml",
                                           scenarios / "baseline/targets.yaml",
                                           scenarios / "baseline/cycle_targets.yaml"};
  for (const char* folder : {"measures", "evidence/variants"})
    for (const auto& file : std::filesystem::directory_iterator(scenarios / folder))
      if (file.path().extension() == ".yaml") paths.push_back(file.path());
  std::size_t sources = 0;
  for (const auto& path : paths) {
    const Diagnostics wrong = complaints(path, false);
    CHECK_MESSAGE(wrong.empty(), to_string(wrong));
    sources += sources_of(path).size();
  }
  CHECK(sources > 400);
}

// Margins of the population and earnings are recalled from published tables: they are no parameters
// of behaviour, and docs/model/assumptions.md lists them as to be checked.
TEST_CASE("margins of the population may be recalled but must be entries of the evidence") {
  const EvidenceBase base = shipped();
  for (const char* name : {"baseline/population.yaml", "baseline/earnings.yaml"})
    for (const Node& source : sources_of(scenarios / name))
      for (const std::string& id : cited_ids(source.text))
        CHECK_MESSAGE(base.find(id) != nullptr, id);
}

TEST_CASE("ids are read out of brackets") {
  CHECK(cited_ids("[M02, afi_n42]: words [C04]") ==
        std::vector<std::string>{"M02", "afi_n42", "C04"});
  CHECK(cited_ids("judgement").empty());
}

TEST_CASE("a source without evidence and one that is recalled alone are refused") {
  const EvidenceBase base = shipped();
  const auto wrong = [&](const std::string& text) {
    Diagnostics diagnostics;
    base.check_source(text, {}, diagnostics);
    return diagnostics.empty() ? std::string() : diagnostics.all().front().message;
  };
  CHECK(wrong("[M02]").empty());
  CHECK(wrong("judgement: size").empty());
  CHECK(wrong("[F06, F08]").empty()); // one recalled, one derived from what was read
  CHECK(wrong("[F06]").find("recalled") != std::string::npos);
  CHECK(wrong("some article").find("cites no evidence") != std::string::npos);
  CHECK(wrong("[M0Z2]").find("no evidence is called") != std::string::npos);
}

TEST_CASE("an entry that lacks something is refused") {
  CHECK(reading_of("{value: 1, " + whole + "}").empty());
  CHECK(reading_of("{statement: s, " + whole + "}").empty());
  CHECK_FALSE(reading_of("{" + whole + "}").empty()); // neither value nor statement
  CHECK_FALSE(reading_of("{value: 1, statement: s, " + whole + "}").empty());
  for (const char* part :
       {"unit: u", "uncertainty: {se: 1}", "population: p", "read_out: r", "horizon: h",
        "comparison: c", "document: book", "place: l", "status: read"}) {
    CAPTURE(part);
    std::string text = "value: 1, " + whole;
    const auto at = text.find(part);
    text.erase(at - 2, std::string(part).size() + 2);
    CHECK_FALSE(reading_of("{" + text + "}").empty());
  }
  CHECK_FALSE(reading_of("{value: 1, " + whole + ", horizn: x}").empty());
}

} // namespace
} // namespace tiltak::scenario
