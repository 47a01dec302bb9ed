#include <tiltak/study/comparison.hpp>

#include <algorithm>
#include <functional>
#include <map>

#include <tiltak/study/explanation.hpp>
#include <tiltak/study/sign_map.hpp>

namespace tiltak::study {
namespace {

using compare::Figure;
using compare::Unit;

constexpr double million = 1e6;

// A figure that each side has: the mean of both and of their paired difference.
Figure of_sides(const char* id, Unit unit, const std::vector<ContrastResult>& results,
                const std::function<double(const Side&)>& get) {
  std::array<std::vector<double>, 4> values; // first, second, difference, undiscounted
  for (const ContrastResult& result : results) {
    const double first = get(result.side[0][discounted]), second = get(result.side[1][discounted]);
    values[0].push_back(first);
    values[1].push_back(second);
    values[2].push_back(first - second);
    values[3].push_back(get(result.side[0][undiscounted]) - get(result.side[1][undiscounted]));
  }
  return {id,
          unit,
          compare::spread_of(values[0]),
          compare::spread_of(values[1]),
          compare::spread_of(values[2]),
          compare::spread_of(values[3])};
}

Figure of_flow(const char* id, const std::vector<ContrastResult>& results, Flow flow,
               std::size_t flavour) {
  std::array<std::vector<double>, worths> values;
  for (const ContrastResult& result : results)
    for (const Worth worth : {discounted, undiscounted})
      values[worth].push_back(result.flow(flow, worth, flavour));
  return {id,
          Unit::job_years,
          std::nullopt,
          std::nullopt,
          compare::spread_of(values[discounted]),
          compare::spread_of(values[undiscounted])};
}

// Kroner of public money for one job-year more: a ratio of means, with the interval that the
// replications' ratios around it give (linearised). Says something only where both differ.
Figure cost_per_job_year(const std::vector<ContrastResult>& results) {
  std::array<compare::Spread, worths> spreads;
  for (const Worth worth : {discounted, undiscounted}) {
    double money = 0, jobs = 0;
    for (const ContrastResult& r : results) {
      money -=
          r.side[0][worth].balance.public_balance() - r.side[1][worth].balance.public_balance();
      jobs += r.flow(Flow::net, worth, 2);
    }
    const double ratio = money / jobs, mean_jobs = jobs / static_cast<double>(results.size());
    std::vector<double> linear;
    for (const ContrastResult& r : results) {
      const double m =
          -(r.side[0][worth].balance.public_balance() - r.side[1][worth].balance.public_balance());
      linear.push_back(ratio + (m - ratio * r.flow(Flow::net, worth, 2)) / mean_jobs);
    }
    spreads[worth] = compare::spread_of(linear);
  }
  return {"cost_per_job_year", Unit::nok,           std::nullopt,
          std::nullopt,        spreads[discounted], spreads[undiscounted]};
}

std::vector<Figure> figures(const std::vector<ContrastResult>& results, double tax_cost) {
  std::vector<Figure> all{of_flow("net", results, Flow::net, 0),
                          of_flow("net_with_subsidised", results, Flow::net, 1),
                          of_flow("net_full_time", results, Flow::net, 2),
                          of_flow("direct", results, Flow::direct, 0),
                          of_flow("threat", results, Flow::threat, 0),
                          of_flow("relabelling", results, Flow::relabelling, 0),
                          of_flow("cuts", results, Flow::cuts, 0),
                          of_flow("displacement", results, Flow::displacement, 0)};
  const auto nok = [&](const char* id, const std::function<double(const Side&)>& get) {
    all.push_back(of_sides(id, Unit::nok_million, results,
                           [&](const Side& side) { return get(side) / million; }));
  };
  all.push_back(of_sides("places", Unit::place_years, results,
                         [](const Side& side) { return side.place_months / 12; }));
  nok("appropriated", [](const Side& s) { return s.appropriated; });
  nok("spending", [](const Side& s) { return s.balance.spending; });
  nok("unspent", [](const Side& s) { return s.unspent; });
  nok("benefits", [](const Side& s) { return s.balance.benefits(); });
  nok("unemployment_benefit", [](const Side& s) { return s.balance.unemployment_benefit; });
  nok("measure_allowance", [](const Side& s) { return s.balance.measure_allowance; });
  nok("assessment_allowance", [](const Side& s) { return s.balance.assessment_allowance; });
  nok("disability_pension", [](const Side& s) { return s.balance.disability_pension; });
  nok("earnings", [](const Side& s) { return s.balance.earnings; });
  nok("taxes", [](const Side& s) { return s.balance.taxes; });
  nok("public_balance", [](const Side& s) { return s.balance.public_balance(); });
  nok("output", [](const Side& s) { return s.balance.output; });
  nok("social_surplus", [=](const Side& s) { return s.balance.social(tax_cost); });
  all.push_back(cost_per_job_year(results));
  return all;
}

compare::Comparison::Names names(const Variant& variant) {
  const auto& values = variant.values();
  const auto name = [&](const char* key) {
    return values.has(key) ? values.text(key) : variant.path();
  };
  return {name("name.nb"), name("name.en")};
}

std::vector<double> net(const std::vector<ContrastResult>& results) {
  std::vector<double> values;
  for (const auto& result : results) values.push_back(result.flow(Flow::net, discounted));
  return values;
}

compare::Uncertainty uncertainty(const std::vector<ContrastResult>& each, std::size_t draws,
                                 const compare::Comparison& found) {
  compare::Uncertainty u{draws, compare::sources_of(net(each), draws), {}, {}};
  const auto take = [&](double value) {
    u.lowest = std::min(value, u.lowest.value_or(value));
    u.highest = std::max(value, u.highest.value_or(value));
  };
  for (const auto& cell : found.map) take(cell.difference.mean);
  for (const auto& other : found.alternatives) take(other.difference.mean);
  return u;
}

// What goes with the headline: why, under which assumptions, and how sure.
void explain_headline(const Explained& headline, const ComparisonOptions& options,
                      compare::Comparison& comparison, const Progress& progress) {
  const int most = static_cast<int>(headline.pairing.replications());
  if (options.part_replications > 0)
    comparison.parts = explain(headline, std::min(options.part_replications, most), progress);
  if (options.map_replications <= 0) return;
  const Map map{headline.pairing, headline.level, options.gamma,
                std::min(options.map_replications, most)};
  comparison.map = sign_map(map, progress);
  comparison.has_frictions = true;
  comparison.alternatives = alternatives(map, progress);
}

std::string written(const scenario::Values& values, const std::string& key) {
  return values.has(key) ? with_unit(values.at(key).field->type, values.at(key).scalar) : "";
}

// Names, and where a scenario starts from, are no differences.
std::vector<compare::Setting> settings(const scenario::Values& a, const scenario::Values& b) {
  std::map<std::string, const scenario::Field*> keys;
  for (const scenario::Values* values : {&a, &b})
    for (const auto& [key, value] : values->all()) keys.emplace(key, value.field);
  std::vector<compare::Setting> differing;
  for (const auto& [key, field] : keys) {
    if (key.starts_with("name.") || key == "why" || key == "extends") continue;
    compare::Setting one{key, std::string(field->does.nb), std::string(field->does.en),
                         written(a, key), written(b, key)};
    if (one.first != one.second) differing.push_back(std::move(one));
  }
  return differing;
}

} // namespace

compare::Comparison compare_scenarios(const Variant& first, const Variant& second,
                                      const ComparisonOptions& options, const Progress& progress) {
  const Pairing pairing(first, second, options.phases);
  compare::Comparison comparison;
  comparison.first = names(first);
  comparison.second = names(second);
  comparison.settings = settings(first.values(), second.values());
  comparison.replications = pairing.replications();
  comparison.phases = pairing.phases();
  std::vector<std::string> kinds = options.equal;
  if (kinds.empty()) kinds = {pairing.rules_differ() ? "present_value" : "as_given"};
  for (const std::string& kind : kinds) {
    const bool is_headline = kind == kinds.front();
    const double level = pairing.solve_level(kind, progress);
    const auto plans = pairing.plans(level);
    const auto each =
        pairing.run_each(plans, progress, is_headline ? options.file : Pairing::Filing{});
    const auto results = pairing.by_replication(each);
    const Valuation& v = plans.front().valuation;
    comparison.discount_rate = v.discount;
    comparison.price_year = v.price_year;
    comparison.equalities.push_back(
        {kind, level, Pairing::gap(kind, results), figures(results, v.rates.tax_cost)});
    if (!is_headline) continue;
    explain_headline({pairing, level, net(results)}, options, comparison, progress);
    comparison.uncertainty = uncertainty(each, pairing.draws(), comparison);
  }
  return comparison;
}

} // namespace tiltak::study
