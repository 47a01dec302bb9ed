#include <tiltak/study/sign_map.hpp>

#include <algorithm>

#include <tiltak/core/part_of.hpp>
#include <tiltak/engine/simulation.hpp>

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

namespace {

using Change = Pairing::Change;

Change with(double displacement, double gamma) {
  return [=](Plan& plan) {
    set_long_run_displacement(plan.market, displacement);
    for (Measure& measure : plan.measures) measure.gamma = gamma;
  };
}

compare::Spread net(const Map& map, const std::vector<Pairing::Plans>& plans,
                    const Progress& progress) {
  std::vector<double> values;
  for (const auto& result :
       map.pairing.run(plans, progress, static_cast<std::uint32_t>(map.replications)))
    values.push_back(result.flow(Flow::net, discounted));
  return compare::spread_of(values);
}

class Nobody : public Recorder { // the accounts are all that is asked for
  void month(int, std::size_t, const WorldEngine&, Month) override {}
};

// Measures that do nothing but make their participants find jobs faster, for good, all of it labour
// supply: what the formula of long-run displacement is about.
Plan with_lasting_search_help(Plan plan) {
  constexpr double strong = 0.5; // on the log of job hazards: clear of the noise
  for (Measure& m : plan.measures) {
    m.lock_in = m.threat = m.sigma = m.retention = m.gamma = m.decay = 0;
    m.part_time = m.reduced = m.studies = m.new_skill = 0;
    m.delay = 0;
    m.subsidised = false;
    m.group_effect = {};
    m.effect = strong;
    m.supply_share = 1;
  }
  return plan;
}

// On the first replication and start phase, against none, in the last year of the tail.
std::optional<double> achieved(const Plan& first, const Progress& progress) {
  Plan plan = with_lasting_search_help(first);
  plan.evaluation.contrast = Contrast::none;
  Simulation simulation(plan, 0);
  Nobody nobody;
  simulation.run(nobody, progress);
  const Accounts& accounts = *simulation.accounts();
  std::int64_t direct = 0, displaced = 0;
  for (std::size_t t = accounts.months() - std::min<std::size_t>(12, accounts.months());
       t < accounts.months(); ++t)
    for (std::size_t m = 0; m < accounts.measures(); ++m) {
      direct += accounts.at(Flow::direct, 0, 0, m, t);
      displaced += accounts.at(Flow::displacement, 0, 0, m, t);
    }
  if (direct <= 0) return std::nullopt; // nobody took part
  return static_cast<double>(displaced) / static_cast<double>(direct);
}

} // namespace

std::vector<compare::MapCell> sign_map(const Map& map, const Progress& progress) {
  std::vector<compare::MapCell> cells;
  constexpr std::uint64_t all = 2 * 3 * map_displacements.size();
  for (const bool frictions : {false, true}) {
    const auto keys = all_frictions(frictions ? "on" : "off");
    for (const double displacement : map_displacements)
      for (const double gamma : {-map.gamma, 0.0, map.gamma}) {
        const auto plans = map.pairing.plans(map.level, keys, with(displacement, gamma));
        const Progress one = part_of(progress, "sign map", cells.size(), all);
        cells.push_back({displacement, gamma, frictions, net(map, plans, one), {}});
        if (gamma == 0) cells.back().achieved = achieved(plans.front().first, one);
      }
  }
  return cells;
}

std::vector<compare::Alternative> alternatives(const Map& map, const Progress& progress) {
  const auto plans = map.pairing.plans(map.level);
  const bool is_cobb_douglas =
      plans.front().first.market.matching.form == MatchingForm::cobb_douglas;
  const char* other = is_cobb_douglas ? "den_haan" : "cobb_douglas";
  return {{other, net(map, map.pairing.plans(map.level, {{"market.matching", other}}), progress)}};
}

} // namespace tiltak::study
