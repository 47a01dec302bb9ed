// A pool of money, a county's or an office's, and what it starts in a month: commitments first,
// starts with what is left. Pure rules; engine/appropriation keeps the pools of a world.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include <tiltak/core/money.hpp>
#include <tiltak/measure/catalogue.hpp>
#include <tiltak/measure/frictions.hpp>

namespace tiltak {

struct Pool {
  Money regular; // grant of a whole year, without what was carried over
  Money granted, spent; // of the calendar year so far; spent <= granted at every month's end
  Money late; // part of the grant that comes in October; the rest of it from then on
  Money with_suppliers; // paid for empty contract places until September
  Money reported; // spent two months ago: what the monthly report knows
  Money running_cost; // of this month, if nobody leaves
  std::vector<std::int64_t> running, notified; // persons by measure
  std::vector<double> bought; // places on contract, by measure; empty before the first month
  double usual = 0; // starts of a month, as case workers are used to
  double appetite = 1;
  int refusals = 0; // months in a row with hardly any start

  Money available() const { return granted - spent - with_suppliers; }
};

// What all pools of a month have in common.
struct MonthTerms {
  int month = 1; // of the year
  std::vector<double> weight; // of the money, by measure: sums to 1, 0 outside the post
  std::vector<Money> price; // expected, of a place a month
  std::vector<Money> most; // the most that a start can cost in its first month
  std::vector<int> batch; // persons, at the run's scale
  std::vector<double> keeps; // part of those on a measure who are there a month later
  double keeps_cost = 1; // the same of what they cost
  double shows = 1; // part of the money planned for a month that is spent in it
  double offers = 1; // of employers, relative to normal
  int months_left() const { return 13 - month; }
};

// A uniform draw for a measure; `offset` tells draws of one month apart. The same for offset 0 in
// every month.
using Luck = std::function<double(std::size_t measure, unsigned offset)>;

// The month's money. Money that lapses is used up by the year's end, as far as next year's money
// pays for what then runs; money that does not is spread over twelve months.
Money month_money(const Pool& pool, const Frictions& frictions, int month);

// Places for each measure that the month's money is meant for, in parts of places, contracts
// considered; keeps the contracts of the pool up to date.
std::vector<double> wanted_places(Pool& pool, const Catalogue& catalogue,
                                  const Frictions& frictions, const MonthTerms& terms);

// New places by measure: what is wanted less what will run when they open and what is notified, as
// far as season, batches, case workers, employers and money allow. Those that open this month never
// cost more than pool.available() with what runs.
std::vector<std::int64_t> new_places(Pool& pool, std::span<const double> wants,
                                     const Catalogue& catalogue, const Frictions& frictions,
                                     const MonthTerms& terms, const Luck& luck);

} // namespace tiltak
