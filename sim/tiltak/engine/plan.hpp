// Everything a run needs, resolved: no defaults, no files, no units left to think about. Made by
// scenario/, never changed after.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include <tiltak/core/money.hpp>
#include <tiltak/core/month.hpp>
#include <tiltak/market/vacancies.hpp>
#include <tiltak/measure/catalogue.hpp>
#include <tiltak/measure/propensity.hpp>
#include <tiltak/people/earnings.hpp>
#include <tiltak/people/synthesis.hpp>
#include <tiltak/state/hazards.hpp>
#include <tiltak/state/lifecourse.hpp>

namespace tiltak {

// A rule that follows the unemployment published in its own world.
struct CyclicalRule {
  bool on = false;
  double response = 0; // change of the appropriation per percentage point, as a share
  int lag = 12; // months between the year whose mean is seen and the budget year
  double normal = 0; // unemployment, per cent, that calls for no change; 0: that of the burn-in
  double floor = 0.5, ceiling = 2;
  bool whole_post = false; // else job seekers' measures only
};

struct BudgetPlan {
  std::vector<Money> per_year; // by measure, at the run's scale
  CyclicalRule cyclical;
};

// How the worlds differ. Starts count in the window; none follow after it, in any world.
enum class Contrast : std::uint8_t { policy_alone, none, marginal };

struct EvaluationPlan {
  Contrast contrast = Contrast::policy_alone;
  Month start; // t0
  int window = 12; // months
  int tail = 60; // months after the window, all accounts run through them
  bool post_76_only = false; // what world none takes away
  double change = 0; // marginal: the other world's appropriation is 1 + change times as large
  bool no_substitution = false; // world G: policy's starts, without sigma from the start on
  bool twins = false; // world Z: the other world's starts in policy's market
  bool window_only = false; // nothing is simulated after the window: for what only depends on it
};

// Replications until the interval of a figure is narrow enough.
struct Precision {
  std::string figure; // a flow, in ordinary jobs; empty: as many as the plan says
  double job_years = 0; // half width of the 95 % interval, national
  std::uint32_t most = 100; // replications
};

struct Plan {
  std::uint64_t seed = 0;
  std::uint32_t replications = 1; // at least
  Precision precision;
  double scale = 1; // simulated persons per person
  Month start; // first month recorded
  int months = 0; // recorded
  int burn_in = 0; // months simulated before, not recorded
  PopulationPlan population;
  Earnings earnings;
  PairShares at_18{};
  HazardParameters hazards{};
  Catalogue measures;
  std::array<Propensity, 2> propensity{}; // by MeasureGroup
  BudgetPlan budget;
  EvaluationPlan evaluation;
  MarketPlan market;
  int market_opens = 0; // months after first(): until then lambda stands at its reference
  int part_time_hundredths = 50; // full-time equivalents of a part-time job
  std::vector<double> gap; // the cycle by month from first() on; 0 is neutral
  std::vector<double> demand; // factor on desired positions by month from first() on

  Month first() const { return start - burn_in; }
  int all_months() const { return burn_in + months; }
};

} // namespace tiltak
