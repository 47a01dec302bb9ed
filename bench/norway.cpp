#include "norway.hpp"

#include <fmt/format.h>

#include <tiltak/scenario/data_files.hpp>
#include <tiltak/scenario/plan.hpp>
#include <tiltak/scenario/resolve.hpp>

namespace tiltak::bench {

Plan norway(double scale, bool three_worlds, int months) {
  scenario::Change change;
  const auto set = [&](const char* key, const std::string& value) {
    change.assignments.push_back({"bench", key, value});
  };
  set("population.scale", fmt::format("{}", scale));
  set("horizon.months", fmt::format("{}", months));
  set("population.burn_in_months", "24");
  set("evaluation.worlds", three_worlds ? "coupled" : "policy");
  if (three_worlds) {
    set("evaluation.start", "2013-01");
    set("evaluation.window_months", fmt::format("{}", months / 2));
    set("evaluation.tail_months", fmt::format("{}", months / 2));
  }
  change.measures = scenario::measure_ids();
  return scenario::make_plan(
      scenario::resolve(scenario::shipped_file("baseline/norway.yaml"), change));
}

} // namespace tiltak::bench
