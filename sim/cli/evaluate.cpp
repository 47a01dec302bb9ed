// tiltak evaluate: the effect a study of this simulated country would find, beside the true one.
#include <memory>

#include <fmt/format.h>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/core/json.hpp>
#include <tiltak/scenario/data_files.hpp>
#include <tiltak/scenario/draws_file.hpp>
#include <tiltak/scenario/evidence.hpp>
#include <tiltak/scenario/plan.hpp>
#include <tiltak/scenario/resolve.hpp>
#include <tiltak/study/evaluation.hpp>
#include <tiltak/study/studies.hpp>
#include <tiltak/study/valuation.hpp>

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

// Measures that money was spent on; `price` makes the appropriation's kroner those of the price
// year.
void print_costs(const Evaluation& evaluation, const Plan& plan, const study::Valuation& v) {
  fmt::print("\n{:<24} {:>10} {:>10} {:>16}   NOK of {}; before displacement\n", "cost", "NOK mill",
             "job-years", "NOK a job-year", v.price_year);
  for (std::size_t m = 0; m < plan.measures.size(); ++m) {
    const auto cost = evaluation.cost(m);
    if (cost.spending <= 0) continue;
    const double spending = v.price * cost.spending;
    fmt::print(
        "{:<24} {:>10.0f} {:>10.0f} {:>16}\n", plan.measures[m].id, spending / 1e6, cost.job_years,
        cost.job_years > 0 ? fmt::format("{:.0f}", spending / cost.job_years) : "none gained");
  }
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

// The shipped targets of the estimation that are effects.
std::vector<study::StudiedEffect> studied(const Evaluation& evaluation, const Plan& plan) {
  Diagnostics diagnostics;
  const scenario::EvidenceBase evidence(scenario::shipped_file("evidence"), diagnostics);
  const auto file =
      study::read_targets(scenario::shipped_file("baseline/targets.yaml"), evidence, diagnostics);
  if (!diagnostics.empty()) throw InputError(diagnostics);
  return study::beside_studies(evaluation, plan, file.targets);
}

constexpr const char* side_words[] = {"", "at least ", "at most "};

void print_studies(const std::vector<study::StudiedEffect>& effects) {
  fmt::print("\n{:<36} {:>16} {:>13} {:>13}   any job; its own horizon\n", "beside the studies, pp",
             "study", "true here", "matched here");
  for (const auto& [study, truth, matched] : effects)
    fmt::print("{:<36} {:>16} {:>13} {:>13}{}\n", study.id,
               fmt::format("{}{:.1f} ± {:.1f}", side_words[static_cast<int>(study.side)],
                           study.value, study.width),
               cell(truth), cell(matched), study.held_out ? "   held out" : "");
}

Json in_json(const std::vector<study::StudiedEffect>& effects) {
  Json rows = Json::array();
  for (const auto& [study, truth, matched] : effects) {
    Json row;
    row.set("study", study.id);
    row.set("value", study.value);
    row.set("width", study.width);
    row.set("side", side_words[static_cast<int>(study.side)]);
    row.set("held_out", study.held_out);
    row.set("source", study.source);
    row.set("true_same_market", truth.mean);
    row.set("matched", matched.mean);
    if (truth.half_width) row.set("true_same_market_half_width", *truth.half_width);
    if (matched.half_width) row.set("matched_half_width", *matched.half_width);
    rows.push(std::move(row));
  }
  return rows;
}

Json in_json(const Evaluation& evaluation, const Plan& plan, const study::Valuation& v) {
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
        if (evaluation.draws > 1) {
          const auto sources = evaluation.sources(&Finding::twin, m, o, h);
          row.set("true_same_market_sd_seed", sources.seed);
          row.set("true_same_market_sd_parameters", sources.parameters);
        }
        set("bias", evaluation.bias(m, o, h));
        set("true_market_without", evaluation.spread(&Finding::direct, m, o, h));
        rows.push(std::move(row));
      }
  Json json;
  json.set("findings", std::move(rows));
  Json costs = Json::array();
  for (std::size_t m = 0; m < plan.measures.size(); ++m) {
    const auto cost = evaluation.cost(m);
    Json row;
    row.set("measure", plan.measures[m].id);
    row.set("nok", v.price * cost.spending);
    row.set("job_years", cost.job_years);
    if (cost.job_years > 0) row.set("nok_per_job_year", v.price * cost.spending / cost.job_years);
    costs.push(std::move(row));
  }
  json.set("costs", std::move(costs));
  json.set("price_year", v.price_year);
  json.set("beside_studies", in_json(studied(evaluation, plan)));
  json.set("job_years", study::in_json(evaluation.headlines));
  return json;
}

int run(const std::string& path, const Common& common) {
  scenario::Change change = change_of(common);
  change.measures = scenario::measure_ids();
  change.assignments.push_back({"tiltak evaluate", "evaluation.worlds", "coupled"});
  change.assignments.push_back({"tiltak evaluate", "evaluation.contrast", "none"});
  const auto values = scenario::resolve(path, change);
  const std::vector<Plan> plans = scenario::make_plans(values);
  const Plan& plan = plans.front();
  const Evaluation evaluation = study::evaluate(plans, progress_bar(common.quiet));
  const study::Valuation v = study::valuation(values, plan);
  if (common.json) {
    fmt::print("{}\n", in_json(evaluation, plan, v).text(2));
  } else if (!common.quiet) {
    print(evaluation, plan);
    print_studies(studied(evaluation, plan));
    print_costs(evaluation, plan, v);
  }
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
