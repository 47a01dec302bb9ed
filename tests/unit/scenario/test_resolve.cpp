#include <doctest/doctest.h>

#include <tiltak/scenario/resolve.hpp>

#include "files.hpp"

using namespace tiltak;
using namespace tiltak::scenario;

namespace {

std::string errors(const std::filesystem::path& path, const Change& change = {}) {
  Diagnostics diagnostics;
  const auto values = resolve(path, change, diagnostics);
  CHECK(values.has_value() == diagnostics.empty());
  return to_string(diagnostics);
}

bool contains(const std::string& text, const std::string& part) {
  INFO("looking for: ", part, "\nin: ", text);
  const bool found = text.find(part) != std::string::npos;
  CHECK(found);
  return found;
}

} // namespace

TEST_CASE("a scenario names what differs and the rest is by default") {
  const Files files;
  const Values values =
      resolve(files.write("a.yaml", "seed: 7\nbudget: {rule: cyclical, level: 7.3 billion NOK}\n"));
  CHECK(values.integer("seed") == 7);
  CHECK(values.choice("budget.rule") == "cyclical");
  CHECK(values.money("budget.level") == Money::nok(7'300'000'000));
  CHECK(values.real("population.scale") == 0.05);
  CHECK(values.month("horizon.start") == Month::of(2013, 1));
  CHECK(values.integer("horizon.months") == 84);
  CHECK_FALSE(values.has("cycle.file"));
  CHECK(values.is_on("frictions.season"));
  CHECK(to_string(values.origin("budget.level")) == files.path("a.yaml").string() + ":2:33");
  CHECK(to_string(values.origin("horizon.months")) == "default");
}

TEST_CASE("three mistakes are all reported with place and suggestion") {
  const Files files;
  const auto path = files.write("bad.yaml", "sed: 4\n"
                                            "population:\n"
                                            "  scale: 2\n"
                                            "budget: {rule: cyclicl}\n");
  const std::string text = errors(path);
  contains(text, "bad.yaml:1:1: error: unknown key 'sed'\n    1 | sed: 4\n      | ^\n");
  contains(text, "did you mean 'seed'?");
  contains(text, "bad.yaml:3:10: error: population.scale: '2' is above 1\n");
  contains(text, "write 2 % or 0.02");
  contains(text, "bad.yaml:4:16: error: budget.rule: 'cyclicl' is none of the options\n");
  contains(text, "did you mean 'cyclical'?");
}

TEST_CASE("the command line comes before the file and the file before what it extends") {
  const Files files;
  files.write("base.yaml", "seed: 1\nreplications: 2\nhorizon: {months: 90}\n");
  const auto path = files.write(
      "sub/top.yaml", "extends: ../base.yaml\nreplications: 3\nhorizon: {start: 2012-07}\n");
  const Values values =
      resolve(path, {{read_assignment("horizon.start=2013-01"), {"--seed", "seed", "9"}}, {}});
  CHECK(values.integer("seed") == 9);
  CHECK(to_string(values.origin("seed")) == "--seed");
  CHECK(values.integer("replications") == 3);
  CHECK(values.integer("horizon.months") == 90);
  CHECK(values.origin("horizon.months").file == files.path("base.yaml").string());
  CHECK(values.month("horizon.start") == Month::of(2013, 1));
  CHECK(values.source_text().find("replications: 3") <
        values.source_text().find("replications: 2"));
}

TEST_CASE("extends in a circle is named with its way") {
  const Files files;
  files.write("b.yaml", "extends: a.yaml\n");
  const std::string text = errors(files.write("a.yaml", "extends: b.yaml\n"));
  contains(text, "b.yaml:1:10: error: extends goes in a circle: ");
  contains(errors(files.write("self.yaml", "extends: ./self.yaml\n")), "extends goes in a circle");
}

TEST_CASE("extends has an end") {
  const Files files;
  for (int i = 0; i < 9; ++i)
    files.write(std::to_string(i) + ".yaml", "extends: " + std::to_string(i + 1) + ".yaml\n");
  files.write("9.yaml", "seed: 1\n");
  contains(errors(files.path("0.yaml")),
           "7.yaml:1:10: error: more than 8 files extend one another");
  CHECK(errors(files.path("2.yaml")) == "");
}

TEST_CASE("mistakes in a file and in what it extends come together") {
  const Files files;
  files.write("base.yaml", "seed: -1\n");
  const auto path = files.write("top.yaml", "extends: base.yaml\nseed: 1\nreplications: 0\n");
  const std::string text = errors(path);
  contains(text, "base.yaml:1:7: error: seed: '-1' is below 0");
  contains(text, "top.yaml:3:15: error: replications: '0' is below 1");
  contains(errors(files.write("lost.yaml", "extends: none.yaml\nsed: 1\n")), "unknown key 'sed'");
  contains(errors(files.path("lost.yaml")), "lost.yaml:1:10: error: cannot read '");
}

TEST_CASE("unknown keys get the nearest name at their level or anywhere") {
  const Files files;
  contains(errors(files.write("a.yaml", "population: {scal: 1 %}\n")), "did you mean 'scale'?");
  contains(errors(files.write("b.yaml", "scale: 1 %\n")), "did you mean 'population.scale'?");
  contains(errors(files.write("c.yaml", "frictions: {seson: off}\n")), "did you mean 'season'?");
  contains(errors(files.write("d.yaml", "measures: {vta: {pris: 1}}\n")), "did you mean 'price'?");
  contains(errors(files.write("e.yaml", "population.scale: 1 %\n")),
           "write the parts of the key below one another");
  contains(errors(files.write("f.yaml", "population: 3\n")),
           "f.yaml:1:13: error: population: keys expected below it, found '3'");
  contains(errors(files.write("g.yaml", "seed: {a: 1}\n")), "seed: a map where one value belongs");
  contains(errors(files.write("h.yaml", "measures: {Bad-Name: {price: 1}}\n")),
           "h.yaml:1:12: error: unknown key 'measures.Bad-Name'");
}

TEST_CASE("measures can be held against the catalogue") {
  const Files files;
  const auto path = files.write("a.yaml", "measures:\n  wage_subsidi: {price: 1 NOK}\n");
  CHECK(errors(path) == "");
  const std::string text = errors(path, {{}, {"training", "wage_subsidy"}});
  contains(text, "a.yaml:2:3: error: unknown key 'measures.wage_subsidi'");
  contains(text, "did you mean 'wage_subsidy'?");
}

TEST_CASE("names below a wildcard are listed and unset ones have the default of the pattern") {
  const Files files;
  const Values values =
      resolve(files.write("a.yaml", "measures:\n  vta: {price: 9 NOK}\n"
                                    "  amo: {enabled: off, batch: 15 persons}\n"));
  CHECK(values.ids("measures") == std::vector<std::string>{"amo", "vta"});
  CHECK_FALSE(values.is_on("measures.amo.enabled"));
  CHECK(values.is_on("measures.vta.enabled"));
  CHECK(values.is_on("measures.never_mentioned.enabled"));
  CHECK_FALSE(values.has("measures.vta.batch"));
  CHECK(values.ids("frictions").size() > 5);
  CHECK_THROWS_AS(values.integer("no.such.key"), std::logic_error);
  CHECK_THROWS_AS(values.integer("measures.vta.batch"), std::logic_error);
  CHECK_THROWS_AS(values.month("seed"), std::logic_error);
}

TEST_CASE("files must exist and are found from the file that names them") {
  const Files files;
  files.write("data/boom.csv", "month,demand\n");
  files.write("base.yaml", "cycle: {kind: file, file: data/boom.csv}\n");
  const auto path = files.write("sub/top.yaml", "extends: ../base.yaml\n");
  const Values values = resolve(path);
  CHECK(std::filesystem::exists(values.file("cycle.file")));
  contains(errors(files.write("bad.yaml", "cycle:\n  file: data/bom.csv\n")),
           "bad.yaml:2:9: error: cycle.file: no such file: ");
  contains(errors(files.write("dir.yaml", "cycle: {file: data}\n")), "cycle.file: no such file: ");
}

TEST_CASE("values that do not go together are refused at the one that was written") {
  const Files files;
  contains(errors(files.write("a.yaml", "cycle: {kind: file}\n")),
           "a.yaml:1:15: error: cycle.kind: 'file' needs cycle.file");
  contains(errors(files.write("b.yaml", "budget: {rule: path}\n")), "budget.rule: 'path' needs");
  contains(errors(files.write("c.yaml", "horizon: {months: 24}\n")),
           "c.yaml:1:19: error: horizon.months: window and tail of the evaluation end with "
           "2019-12, after the horizon (2014-12)");
  contains(errors(files.path("c.yaml")), "make horizon.months 84");
  contains(errors(files.write("d.yaml", "horizon: {start: 2015-01}\n")),
           "d.yaml:1:18: error: horizon.start: the evaluation starts in 2014-01, before");
  CHECK(errors(files.write("e.yaml", "horizon: {months: 24}\nevaluation: {worlds: policy}\n")) ==
        "");
  contains(errors(files.write("f.yaml", "measures: {vta: {planned_months: 9, max_months: 6}}\n")),
           "f.yaml:1:34: error: measures.vta.planned_months: longer than");
}

TEST_CASE("the command line is checked like a file") {
  const Files files;
  const auto path = files.write("a.yaml", "seed: 1\n");
  CHECK_THROWS_AS(read_assignment("seed"), InputError);
  CHECK_THROWS_AS(read_assignment("=1"), InputError);
  const Change change{{read_assignment("population.scale=2"),
                       read_assignment("sed=1"),
                       read_assignment("budget=1"),
                       read_assignment("extends=b.yaml"),
                       {"--seed", "seed", "1,5"}},
                      {}};
  const std::string text = errors(path, change);
  contains(text, "--set: error: population.scale: '2' is above 1");
  contains(text, "--set: error: unknown key 'sed'");
  contains(text, "--set: error: 'budget' is no key, but the start of some");
  contains(text, "--set: error: extends can only stand in a file");
  contains(text, "--seed: error: seed: '1,5' has a comma");
  const Change twice{{read_assignment("seed=2"), read_assignment("seed=3")}, {}};
  CHECK(resolve(path, twice).integer("seed") == 3);
}

TEST_CASE("the canonical text is the same for the same scenario and only for it") {
  const Files files;
  files.write("x/c.csv", "1\n");
  files.write("y/z/c.csv", "1\n");
  const auto a =
      files.write("x/a.yaml", "population: {scale: 5 %}\ncycle: {kind: file, file: c.csv}\n");
  const auto b = files.write("y/b.yaml", "cycle: {file: z/c.csv, kind: file}\nseed: 2014\n");
  const Values first = resolve(a), second = resolve(b);
  CHECK(first.canonical() == second.canonical());
  CHECK(first.hash() == second.hash());
  contains(first.canonical(), "budget.level = 7361000000\n");
  contains(first.canonical(), "population.scale = 0.05\n");
  files.write("y/z/c.csv", "2\n");
  CHECK(resolve(b).hash() != first.hash());
  const Change other{{read_assignment("seed=2015")}, {}};
  CHECK(resolve(a, other).hash() != first.hash());
  CHECK(fnv1a("") == 0xcbf29ce484222325ULL); // offset basis and a test vector of the FNV authors
  CHECK(fnv1a("a") == 0xaf63dc4c8601ec8cULL);
  CHECK(fnv1a("b", fnv1a("a")) == fnv1a("ab"));
}

TEST_CASE("a text that is no file resolves as if it stood in a folder") {
  const Files files;
  files.write("base.yaml", "seed: 5\n");
  Diagnostics diagnostics;
  const auto text = std::make_shared<const Source>("form", "extends: base.yaml\n");
  const auto values = resolve(text, files.path(""), {}, diagnostics);
  REQUIRE(values);
  CHECK(values->integer("seed") == 5);
}

TEST_CASE("a file that is no scenario at all gives no more than a hundred mistakes") {
  const Files files;
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "no_key_" + std::to_string(i) + ": 1\n";
  Diagnostics diagnostics;
  CHECK_FALSE(resolve(files.write("a.yaml", text), {}, diagnostics));
  CHECK(diagnostics.size() == 100);
}

TEST_CASE("a decimal comma inside braces is recognised") {
  const Files files;
  contains(errors(files.write("a.yaml", "population: {scale: 1,5 %}\n")),
           "if the comma before it is a decimal comma, write a point");
}

TEST_CASE("values from the command line are trimmed and must be text") {
  const Files files;
  const auto path = files.write("a.yaml", "seed: 1\n");
  CHECK(resolve(path, {{read_assignment(" seed = 2 ")}, {}}).integer("seed") == 2);
  CHECK(resolve(path, {{read_assignment("name.en=a = b")}, {}}).text("name.en") == "a = b");
  contains(errors(path, {{read_assignment("name.en=\x1B[31m")}, {}}),
           "--set: error: name.en: a control character");
  contains(errors(path, {{read_assignment("name.en=\xFF")}, {}}), "name.en: the text is not UTF-8");
  contains(errors(path, {{read_assignment("name.en= ")}, {}}), "nothing is written after the key");
}

TEST_CASE("keys that were written and never read are known") {
  const Files files;
  const Values values =
      resolve(files.write("a.yaml", "name: {en: x}\nseed: 3\nfrictions: {season: off}\nhorizon: "
                                    "{months: 90}\nmeasures: {vta: {threat: 5 %}}\n"));
  CHECK(values.integer("seed") == 3);
  CHECK(values.integer("replications") == 1);
  CHECK(values.unread() ==
        std::vector<std::string>{"frictions.season", "horizon.months", "measures.vta.threat"});
  CHECK(values.has("measures.vta.threat"));
  CHECK(values.unread() == std::vector<std::string>{"frictions.season", "horizon.months"});
}
