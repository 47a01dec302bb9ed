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
