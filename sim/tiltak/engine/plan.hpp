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

struct AllocationPlan {
  AllocationRule rule = AllocationRule::practice;
  int long_term_months = 6; // more of them make a job seeker long-term (the article's table 1)
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
};

struct Plan {
  std::uint64_t seed = 0;
  std::uint32_t replications = 1;
  double scale = 1; // simulated persons per person
  Month start; // first month recorded
  int months = 0; // recorded
  int burn_in = 0; // months simulated before, not recorded
  PopulationPlan population;
  PairShares at_18{};
  HazardParameters hazards{};
  Catalogue measures;
  std::array<Propensity, 2> propensity{}; // by MeasureGroup
  BudgetPlan budget;
  AllocationPlan allocation;
  EvaluationPlan evaluation;
  MarketPlan market;
  int market_opens = 0; // months after first(): until then lambda stands at its reference
  std::vector<double> gap; // the cycle by month from first() on; 0 is neutral
  std::vector<double> demand; // factor on desired positions by month from first() on

  Month first() const { return start - burn_in; }
  int all_months() const { return burn_in + months; }
};

} // namespace tiltak
