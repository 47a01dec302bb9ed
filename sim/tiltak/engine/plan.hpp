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
#include <tiltak/people/synthesis.hpp>
#include <tiltak/state/hazards.hpp>
#include <tiltak/state/lifecourse.hpp>

namespace tiltak {

struct BudgetPlan {
  std::vector<Money> per_year; // by measure, at the run's scale
};

struct Plan {
  std::uint64_t seed = 0;
  std::uint32_t replications = 1;
  double scale = 1;    // simulated persons per person
  Month start;         // first month recorded
  int months = 0;      // recorded
  int burn_in = 0;     // months simulated before, not recorded
  PopulationPlan population;
  PairShares at_18{};
  HazardParameters hazards{};
  Catalogue measures;
  std::array<Propensity, 2> propensity{}; // by MeasureGroup
  BudgetPlan budget;
  MarketPlan market;
  int market_opens = 0;       // months after first(): until then lambda stands at its reference
  std::vector<double> gap;    // the cycle by month from first() on; 0 is neutral
  std::vector<double> demand; // factor on desired positions by month from first() on

  Month first() const { return start - burn_in; }
  int all_months() const { return burn_in + months; }
};

} // namespace tiltak
