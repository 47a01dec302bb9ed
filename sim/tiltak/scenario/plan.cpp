#include <tiltak/scenario/plan.hpp>

#include <map>

#include <tiltak/core/exact.hpp>
#include <tiltak/core/suggest.hpp>
#include <tiltak/scenario/budget_plan.hpp>
#include <tiltak/scenario/catalogue_file.hpp>
#include <tiltak/scenario/cycle_path.hpp>
#include <tiltak/scenario/data_files.hpp>
#include <tiltak/scenario/earnings_file.hpp>
#include <tiltak/scenario/parameters_in_force.hpp>
#include <tiltak/scenario/persons_file.hpp>
#include <tiltak/scenario/population_file.hpp>

namespace tiltak::scenario {
namespace {

// In the order of the file: a single edge after its groups goes before them.
void apply_parameters(const ParameterFile& file, Parameters& parameters, Catalogue& catalogue,
                      Diagnostics& diagnostics) {
  std::map<std::string, std::vector<double*>> by_name;
  std::vector<std::string> names;
  for (const ParameterSlot& slot : parameter_slots(parameters, catalogue)) {
    by_name[slot.name] = slot.values;
    names.push_back(slot.name);
  }
  for (const ParameterEntry& entry : file.entries) {
    const auto found = by_name.find(entry.name);
    if (found == by_name.end())
      diagnostics.add(entry.place.error("unknown parameter '" + entry.name + "'", {},
                                        did_you_mean(entry.name, names)));
    else
      for (double* value : found->second) *value = entry.value;
  }
}

Segmentation segmentation(const Values& values, const PopulationPlan& population) {
  const std::string& geography = values.choice("market.geography");
  const SegmentRule rule{geography == "national"  ? Geography::national
                         : geography == "regions" ? Geography::by_region
                                                  : Geography::by_county,
                         values.choice("market.skills") == "three",
                         static_cast<double>(values.integer("market.smallest_segment"))};
  return make_segments(rule, population.persons, population.places.county, population.places.skill);
}

Precision precision(const Values& values) {
  Precision precision;
  if (values.choice("precision.figure") == "none") return precision;
  precision.figure = values.choice("precision.figure");
  precision.job_years = values.real("precision.job_years");
  precision.most = static_cast<std::uint32_t>(values.integer("precision.most_replications"));
  return precision;
}

EvaluationPlan evaluation_plan(const Values& values) {
  EvaluationPlan evaluation;
  if (values.choice("evaluation.worlds") != "policy")
    evaluation.contrast =
        values.choice("evaluation.contrast") == "marginal" ? Contrast::marginal : Contrast::none;
  evaluation.no_substitution = values.choice("evaluation.worlds") == "no_substitution";
  evaluation.twins = values.is_on("evaluation.twins");
  evaluation.start = values.month("evaluation.start");
  evaluation.window = static_cast<int>(values.integer("evaluation.window_months"));
  evaluation.tail = static_cast<int>(values.integer("evaluation.tail_months"));
  evaluation.post_76_only = values.choice("evaluation.removes") == "post_76";
  evaluation.change = values.real("evaluation.change");
  return evaluation;
}

// What the table of keys knows and the engine does not do yet. A key without effect must not look
// as if it had one. (Keys of a rule that is not in force are no mistake: a scenario may extend
// another.)
constexpr const char* not_built[] = {"output.sample"};

void refuse_what_is_not_built(const Values& values) {
  Diagnostics diagnostics;
  if (values.choice("output.panel") == "sample")
    diagnostics.add(values.error("output.panel", "a sample of the panel is not built yet"));
  for (const std::string& key : values.unread())
    for (const char* part : not_built)
      if (key.find(part) != std::string::npos)
        diagnostics.add(values.error(key, "has no effect in this version"));
  if (!diagnostics.empty()) throw InputError(diagnostics);
}

} // namespace

std::vector<std::string> measure_ids() {
  Diagnostics diagnostics;
  std::vector<std::string> ids;
  for (const Measure& m : read_catalogue(shipped_file("measures"), diagnostics))
    ids.push_back(m.id);
  if (!diagnostics.empty()) throw InputError(diagnostics);
  return ids;
}

Plan make_plan(const Values& values) {
  Diagnostics diagnostics;
  const ParameterFile file = parameters_in_force(values, diagnostics);
  if (!diagnostics.empty()) throw InputError(diagnostics);
  return make_plan(values, file);
}

Plan make_plan(const Values& values, const ParameterFile& file) {
  Diagnostics diagnostics;
  Plan plan;
  plan.seed = static_cast<std::uint64_t>(values.integer("seed"));
  plan.replications = static_cast<std::uint32_t>(values.integer("replications"));
  plan.precision = precision(values);
  plan.scale = values.real("population.scale");
  plan.start = values.month("horizon.start");
  plan.months = static_cast<int>(values.integer("horizon.months"));
  plan.burn_in = static_cast<int>(values.integer("population.burn_in_months"));
  plan.evaluation = evaluation_plan(values);
  if (plan.evaluation.contrast != Contrast::policy_alone)
    plan.months = std::max(plan.months, plan.evaluation.start - plan.start +
                                            plan.evaluation.window + plan.evaluation.tail);
  plan.demand = demand_path(values, plan.first(), plan.all_months(), diagnostics);
  plan.population = read_population(shipped_file("baseline/population.yaml"), diagnostics);
  plan.population.persons *= plan.scale;
  if (values.has("population.file")) {
    auto persons =
        read_persons(values, plan.first(), plan.first() + plan.all_months(), diagnostics);
    plan.population.persons = static_cast<double>(persons.size());
    plan.population.given = std::make_shared<const GivenPeople>(std::move(persons));
  }
  plan.earnings = read_earnings(shipped_file("baseline/earnings.yaml"), diagnostics);
  plan.measures = read_catalogue(shipped_file("measures"), diagnostics);
  to_kroner_of(plan.measures, plan.earnings,
               static_cast<int>(values.integer("accounts.money_year")));
  Parameters parameters;
  apply_parameters(file, parameters, plan.measures, diagnostics);
  if (!diagnostics.empty()) throw InputError(diagnostics);
  apply_measures(values, plan.measures, diagnostics);
  plan.hazards = parameters.hazards;
  plan.propensity = parameters.propensity;
  plan.population.frailty = frailty_shares(parameters);
  double all = 0;
  for (const double share : parameters.at_18) all += share;
  for (std::size_t p = 0; p < population_pairs; ++p)
    plan.at_18[p] = static_cast<float>(parameters.at_18[p] / all);
  plan.market.matching.curvature = parameters.curvature;
  plan.market.matching.form = values.choice("market.matching") == "den_haan"
                                  ? MatchingForm::den_haan_ramey_watson
                                  : MatchingForm::cobb_douglas;
  plan.market.reference_lambda = parameters.reference_lambda;
  plan.market.lapse = parameters.lapse;
  plan.market.adjustment = parameters.adjustment;
  plan.market.demand_response = values.real("market.demand_response");
  plan.market.segmentation = segmentation(values, plan.population);
  plan.market_opens = plan.burn_in / 2;
  plan.budget = budget_plan(values, plan.measures, plan.scale, diagnostics);
  plan.allocation = allocation_plan(values, parameters.chain_share);
  if (!diagnostics.empty()) throw InputError(diagnostics);
  plan.part_time_hundredths = static_cast<int>(100 * values.real("accounts.part_time") + 0.5);
  refuse_what_is_not_built(values);
  for (const double c : plan.demand) plan.gap.push_back(c - 1);
  return plan;
}

} // namespace tiltak::scenario
