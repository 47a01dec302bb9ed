// tiltak optimise: searches budget rules; chooses on one set of seeds, reports on another.
#include <memory>

#include <fmt/format.h>

#include <tiltak/core/json.hpp>
#include <tiltak/scenario/plan.hpp>
#include <tiltak/study/optimisation.hpp>

#include "command.hpp"
#include "terminal.hpp"

namespace tiltak::cli {
namespace {

struct OptimiseOptions {
  std::string scenario;
  study::OptimisationOptions study;
  int select = 2, report = 4;
};

void print(const study::Candidate& candidate) {
  if (!candidate.is_solved) {
    fmt::print("   no level of the same present value was found: {}\n", candidate.words());
    return;
  }
  const auto& r = candidate.reported;
  fmt::print(
      "   {:<10} {:>9.4f} {:>12.0f} {:>20} {:>9.3f} {:>12.3f}  {}\n", "", candidate.level,
      candidate.selected,
      fmt::format("{:.0f}{}", r.mean, r.half_width ? fmt::format(" ± {:.0f}", *r.half_width) : ""),
      100 * candidate.gap, candidate.per_million, candidate.words());
}

void print(const study::Optimum& optimum) {
  fmt::print("net effect above the scenario's own rule, job-years, same present value\n"
             "   {:<10} {:>9} {:>12} {:>20} {:>9} {:>12}  rule\n",
             "", "level", "chosen on", "judged on others", "gap %", "per NOK mill");
  for (const study::Candidate& candidate : optimum.frontier) print(candidate);
  for (const study::Candidate& candidate : optimum.others) print(candidate);
  fmt::print("best of {} rules\n", optimum.evaluations);
  print(optimum.best);
  fmt::print("{}\n", optimum.is_better() ? "better than the scenario's own rule"
                                         : "no detectable difference from the scenario's own rule");
}

Json in_json(const study::Candidate& candidate) {
  Json json, rule = Json::object();
  for (const auto& [key, value] : candidate.keys) rule.set(key, value);
  json.set("rule", std::move(rule));
  json.set("solved", candidate.is_solved);
  if (!candidate.is_solved) return json;
  json.set("level", candidate.level);
  json.set("chosen_on", candidate.selected);
  json.set("judged", candidate.reported.mean);
  if (candidate.reported.half_width) json.set("half_width", *candidate.reported.half_width);
  json.set("sd_seed", candidate.sources.seed);
  json.set("sd_parameters", candidate.sources.parameters);
  json.set("gap", candidate.gap);
  json.set("job_years_per_nok_million", candidate.per_million);
  return json;
}

int run(const OptimiseOptions& options, const Common& common) {
  Diagnostics diagnostics;
  if (options.select < 1)
    diagnostics.add(Origin{"--select", 0, 0}, "a rule is chosen on at least one replication");
  if (options.report < 2)
    diagnostics.add(Origin{"--report", 0, 0},
                    "a rule is judged on at least two replications: one has no interval");
  if (options.study.phases < 1)
    diagnostics.add(Origin{"--phases", 0, 0}, "there is at least one start phase");
  if (!diagnostics.empty()) throw InputError(diagnostics);
  scenario::Change change = change_of(common);
  change.measures = scenario::measure_ids();
  study::OptimisationOptions study = options.study;
  study.select = static_cast<std::uint32_t>(options.select);
  study.report = static_cast<std::uint32_t>(options.report);
  const auto optimum =
      study::optimise(study::Variant(options.scenario, change), study, progress_bar(common.quiet));
  if (common.json) {
    Json json, frontier = Json::array(), others = Json::array();
    for (const auto& candidate : optimum.frontier) frontier.push(in_json(candidate));
    for (const auto& candidate : optimum.others) others.push(in_json(candidate));
    json.set("frontier", std::move(frontier));
    json.set("others", std::move(others));
    json.set("best", in_json(optimum.best));
    json.set("evaluations", optimum.evaluations);
    json.set("detectable", optimum.is_better());
    fmt::print("{}\n", json.text(2));
  } else if (!common.quiet) {
    print(optimum);
  }
  return done;
}

} // namespace

Action declare_optimise(Arguments& app, Common& common) {
  const auto options = std::make_shared<OptimiseOptions>();
  add_scenario(app, common, options->scenario);
  app.option("--select", options->select, "Replications that the rule is chosen on")
      .shows_default();
  app.option("--report", options->report, "Other replications that it is judged on")
      .shows_default();
  app.option("--phases", options->study.phases, "Start phases of a periodic cycle").shows_default();
  app.option("--evaluations", options->study.evaluations,
             "Rules tried at most by the local search after the frontier; 0: none")
      .shows_default();
  app.footer(
      "Tries rules from stable to cyclical, then searches near the best of them (NLopt, COBYLA); "
      "each has the present value of the scenario's own appropriations.\n\nExample:\n"
      "  tiltak optimise scenarios/examples/03-stable-budget.yaml --scale 0.01");
  return [options, &common] { return run(*options, common); };
}

} // namespace tiltak::cli
