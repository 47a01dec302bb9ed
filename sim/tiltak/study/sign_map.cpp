#include <tiltak/study/sign_map.hpp>

#include <algorithm>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/core/part_of.hpp>
#include <tiltak/scenario/fields.hpp>

namespace tiltak::study {
namespace {

// Rates a month that the formula asks for: job finding of the registered unemployed (calibration
// priors, 0.27), and the separation rate that holds 2.7 % in unemployment with it.
constexpr double finding = 0.27, separation = finding * 0.027 / 0.973;
constexpr double steepest = 12; // curvature

double without_response(const MarketPlan& market, double curvature) {
  Matching matching = market.matching;
  matching.curvature = curvature;
  const double lambda = market.reference_lambda;
  const double vacancies = matching.vacancies_for(1, lambda);
  const double eps = 1 - impact_displacement(matching, 1, vacancies);
  return long_run_displacement(eps, separation, finding, lambda / vacancies);
}

Pairing::Keys all_frictions(const char* state) {
  Pairing::Keys keys;
  for (const scenario::Field& field : scenario::fields())
    if (field.path == "frictions.<id>")
      for (const scenario::Option& id : field.ids)
        keys.emplace_back("frictions." + std::string(id.name), state);
  return keys;
}

} // namespace

void set_long_run_displacement(MarketPlan& market, double target) {
  double curvature = market.matching.curvature;
  if (market.matching.form == MatchingForm::den_haan_ramey_watson &&
      without_response(market, curvature) < target) {
    double low = curvature, high = steepest;
    for (int k = 0; k < 60; ++k) {
      curvature = (low + high) / 2;
      (without_response(market, curvature) < target ? low : high) = curvature;
    }
    curvature = high;
  }
  market.matching.curvature = curvature;
  const double most = without_response(market, curvature);
  market.demand_response = most <= 0 ? 0 : std::clamp(1 - target / most, 0.0, 1.0);
}

std::vector<compare::MapCell> sign_map(const Pairing& pairing, double level, double size,
                                       int replications, bool& with_frictions,
                                       const Progress& progress) {
  std::vector<compare::MapCell> cells;
  with_frictions = true;
  std::uint64_t rows = 2 * 3 * std::size(map_displacements);
  const auto row = [&](const Pairing::Keys& keys, bool frictions, double displacement,
                       double gamma) {
    const auto plans = pairing.plans(level, keys, [&](Plan& plan) {
      set_long_run_displacement(plan.market, displacement);
      for (Measure& measure : plan.measures) measure.gamma = gamma;
    });
    std::vector<double> net;
    for (const auto& result : pairing.run(plans, part_of(progress, "sign map", cells.size(), rows),
                                          static_cast<std::uint32_t>(replications)))
      net.push_back(result.flow(Flow::net, discounted));
    cells.push_back({displacement, gamma, frictions, compare::spread_of(net)});
  };
  for (const bool frictions : {false, true}) {
    Pairing::Keys keys = all_frictions(frictions ? "on" : "off");
    try {
      (void)pairing.plans(level, keys);
    } catch (const InputError&) { // frictions are not built: the map is as the scenarios say
      if (frictions) break;
      keys.clear();
      with_frictions = false;
      rows /= 2;
    }
    for (const double displacement : map_displacements)
      for (const double gamma : {-size, 0.0, size}) row(keys, frictions, displacement, gamma);
  }
  return cells;
}

} // namespace tiltak::study
