// tiltak evaluate: the effect a study of this simulated country would find, beside the true one.
#include <memory>

#include <fmt/format.h>

#include <tiltak/core/json.hpp>
#include <tiltak/scenario/plan.hpp>
#include <tiltak/scenario/resolve.hpp>
#include <tiltak/study/evaluation.hpp>

#include "command.hpp"
#include "terminal.hpp"

namespace tiltak::cli {
namespace {

using study::Evaluation;
using study::Finding;

std::string cell(const compare::Spread& spread) {
  return spread.half_width ? fmt::format("{:+.1f} ± {:.1f}", spread.mean, *spread.half_width)
                           : fmt::format("{:+.1f}", spread.mean);
}

void print(const Evaluation& evaluation, const Plan& plan) {
  fmt::print("{:<24} {:>6} {:>8}  {:>13} {:>13} {:>13} {:>13} {:>13}\n", "percentage points",
             "months", "persons", "raw", "matched", "true", "bias", "true, market 0");
  for (std::size_t m = 0; m < plan.measures.size(); ++m)
    for (std::size_t h = 0; h < study::horizons.size(); ++h) {
      const auto of = [&](double Finding::* number) { return evaluation.spread(number, m, 0, h); };
      const double persons = of(&Finding::participants).mean;
      if (persons == 0) continue;
      fmt::print("{:<24} {:>6} {:>8.0f}  {:>13} {:>13} {:>13} {:>13} {:>13}\n", plan.measures[m].id,
                 study::horizons[h], persons, cell(of(&Finding::raw)), cell(of(&Finding::matched)),
                 cell(of(&Finding::twin)), cell(evaluation.bias(m, 0, h)),
                 cell(of(&Finding::direct)));
    }
  const auto in_market_0 = evaluation.headlines.spread(Flow::displacement);
  const auto in_market_p = evaluation.headlines.spread(Flow::displacement_twin);
  fmt::print("\ndisplacement, job-years: {} among the treated (F - P), {} among the untreated "
             "(0 - Z)\nthe gap of {:+.0f} is treatment and market acting on one another "
             "(docs/model/accounts.md)\n",
             cell(in_market_0), cell(in_market_p), in_market_0.mean - in_market_p.mean);
}

Json in_json(const Evaluation& evaluation, const Plan& plan) {
  Json rows = Json::array();
  constexpr const char* outcome_names[] = {"ordinary_job", "any_job"};
  for (std::size_t m = 0; m < plan.measures.size(); ++m)
    for (std::size_t o = 0; o < study::outcomes; ++o)
      for (std::size_t h = 0; h < study::horizons.size(); ++h) {
        Json row;
        row.set("measure", plan.measures[m].id);
        row.set("outcome", outcome_names[o]);
        row.set("months", study::horizons[h]);
        const auto set = [&](const char* name, const compare::Spread& spread) {
          row.set(name, spread.mean);
          if (spread.half_width) row.set(std::string(name) + "_half_width", *spread.half_width);
        };
        set("participants", evaluation.spread(&Finding::participants, m, o, h));
        set("raw", evaluation.spread(&Finding::raw, m, o, h));
        set("matched", evaluation.spread(&Finding::matched, m, o, h));
        set("true_same_market", evaluation.spread(&Finding::twin, m, o, h));
        set("bias", evaluation.bias(m, o, h));
        set("true_market_without", evaluation.spread(&Finding::direct, m, o, h));
        rows.push(std::move(row));
      }
  Json json;
  json.set("findings", std::move(rows));
  json.set("job_years", study::in_json(evaluation.headlines));
  return json;
}

int run(const std::string& path, const Common& common) {
  scenario::Change change = change_of(common);
  change.measures = scenario::measure_ids();
  change.assignments.push_back({"tiltak evaluate", "evaluation.worlds", "coupled"});
  change.assignments.push_back({"tiltak evaluate", "evaluation.contrast", "none"});
  const Plan plan = scenario::make_plan(scenario::resolve(path, change));
  const Evaluation evaluation = study::evaluate(plan, progress_bar(common.quiet));
  if (common.json)
    fmt::print("{}\n", in_json(evaluation, plan).text(2));
  else
    print(evaluation, plan);
  return done;
}

} // namespace

Action declare_evaluate(Arguments& app, Common& common) {
  const auto path = std::make_shared<std::string>();
  add_scenario(app, common, *path);
  app.footer(
      "Compares participants with persons who could have started and did not, raw and matched "
      "on what registers show; beside it the difference to each participant's twin, who has "
      "the same luck and is not treated.\n\nExample:\n"
      "  tiltak evaluate scenarios/baseline/norway.yaml --scale 0.02 --replications 8");
  return [path, &common] { return run(*path, common); };
}

} // namespace tiltak::cli
