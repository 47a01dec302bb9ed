// How the year's money on the post is set: the same, by published unemployment, or along a path.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include <tiltak/core/money.hpp>

namespace tiltak {

// Money by MeasureGroup.
using GroupMoney = std::array<Money, 2>;
inline Money sum(const GroupMoney& groups) { return groups[0] + groups[1]; }

enum class Revisions : std::uint8_t { none, spring, spring_and_autumn };

// The months in which the appropriation is set: January, and as revised: the supplement of the
// spring session from June, that of the autumn session from November.
bool is_decided(Revisions revisions, int month_1_to_12);

struct BudgetRule {
  enum class Kind : std::uint8_t { stable, cyclical, path };
  // A cyclical rule answers with a share of the level for each percentage point of unemployment
  // above normal, or with places for job seekers for each extra registered unemployed.
  enum class Response : std::uint8_t { share, places };
  Kind kind = Kind::stable;
  Response response_in = Response::share;
  double response = 0; // share per percentage point, or places per person
  int lag = 12; // months between the last month seen and the decision
  int window = 12; // months whose mean is seen
  double normal = 0; // unemployment, per cent, that calls for no change; 0: that of the burn-in
  double floor = 0.5, ceiling = 2; // of a group's level
  bool whole_post = false; // else job seekers' money only
  Revisions revisions = Revisions::none;
  std::vector<std::pair<int, Money>> path; // year and the whole post's money, ascending
};

// Unemployment as published: per cent of the labour force, by month since the start; the labour
// force in persons.
struct Published {
  std::span<const double> unemployment;
  double labour_force = 0;
  std::size_t normal_until = 0; // the normal is the mean of the year up to this month
};

// What a rule sees: percentage points above normal, lagged. 0 while too little is published.
double unemployment_gap(const BudgetRule& rule, const Published& published);

// The post's money for a year by group. `level` is that of a normal year, `place` the price of a
// job seeker's place a year. On a path the groups share as in the level, and between and outside
// the years given the money is that of a straight line, level at its ends.
GroupMoney year_money(const BudgetRule& rule, const GroupMoney& level, Money place, int year,
                      const Published& published);

} // namespace tiltak
