// The money of a year on the post: its split on groups and measures, and a month's account of it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <tiltak/core/money.hpp>
#include <tiltak/measure/catalogue.hpp>
#include <tiltak/measure/frictions.hpp>
#include <tiltak/measure/rule.hpp>

namespace tiltak {

// A month of the budget, by measure.
struct BudgetMonth {
  std::vector<Money> appropriated; // for the month; a year's months add up to the year's grant
  std::vector<Money> committed; // bound at the month's end by what runs, within the year
  std::vector<Money> spent;
  std::vector<std::int64_t> places; // occupied and free
  std::vector<std::int64_t> starts, participants;
  std::vector<std::int64_t> queue; // who could still take a place in the measure's group
};

struct BudgetPlan {
  GroupMoney level{}; // post 76 in a normal year, at the run's scale
  std::vector<std::int64_t> places; // of measures outside the post, at the run's scale
  double scale = 1; // simulated persons per person, for batches
  BudgetRule rule;
  Frictions frictions;
};

// The post's money of a year by group, such that the places it pays for are `reduced_places` (a
// share) for persons with reduced capacity and the rest for job seekers, each group's in the
// composition of the catalogue. To the ore. A group without measures on the post gets nothing.
GroupMoney split_on_groups(const Catalogue& catalogue, Money post_76, double reduced_places);

// What each measure has in a normal year: its part of the post, or its own places at their price.
std::vector<Money> normal_year(const Catalogue& catalogue, const BudgetPlan& budget);

// Weights of the measures on the post in a month's money, adding up to 1 (all 0 without money):
// groups share it as `groups`, measures within a group by composition and price. `gap` is
// published unemployment above normal, in percentage points, for compositions that follow it.
std::vector<double> money_weights(const Catalogue& catalogue, const GroupMoney& groups, double gap);

// Places that a month's `money` pays for at these weights.
double places_for(double money, const Catalogue& catalogue, std::span<const double> weights);

// The weights, tilted to each group's cheap measures, weight x (1 / price)^k, until they pay for
// `places` or k is 2.
std::vector<double> tilted(const Catalogue& catalogue, std::vector<double> weights, double money,
                           double places);

} // namespace tiltak
