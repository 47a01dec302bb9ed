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
#include <tiltak/measure/budget.hpp>
#include <tiltak/measure/catalogue.hpp>
#include <tiltak/measure/propensity.hpp>
#include <tiltak/people/earnings.hpp>
#include <tiltak/people/synthesis.hpp>
#include <tiltak/state/hazards.hpp>
#include <tiltak/state/lifecourse.hpp>

namespace tiltak {

// Who gets the places when there are fewer than who may have them (docs/model/allocation.md).
enum class AllocationRule : std::uint8_t {
  practice, // weights estimated from who took part: offices as they are
  priority, // under 30, long-term, born outside the EEA; then the others
  random,
  need, // worst prospects first
  prospects, // best prospects first
  effect, // largest modelled gain first
  optimal // largest sum of modelled gains: a min-cost flow
};

// More than this many months a job seeker is long-term (the article's note to table 1).
constexpr int long_term_months = 6;

struct AllocationPlan {
  AllocationRule rule = AllocationRule::practice;
  int long_after = long_term_months; // more of them as a job seeker make a priority
  int young_below = 30; // years
  double chain_share = 0; // of ended measures that are followed by one of another type

  bool looks_at_prospects() const { return rule > AllocationRule::random; }
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
  bool stocks_only = false; // policy and the other world alone, and no accounts: for what only
                            // depends on stocks and money
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
  AllocationPlan allocation;
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
