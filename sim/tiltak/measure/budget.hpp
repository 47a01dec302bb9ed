// Money becomes places. The appropriation is a hard ceiling: a place is opened only when the month's
// money suffices for it.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include <tiltak/core/money.hpp>
#include <tiltak/measure/catalogue.hpp>

namespace tiltak {

// A month of the budget, by measure.
struct BudgetMonth {
  std::vector<Money> appropriated, spent;
  std::vector<std::int64_t> places, starts, participants;
};

class Budget {
public:
  // `per_year` by MeasureGroup, shared on the group's measures by their `share`.
  Budget(const Catalogue& catalogue, const std::array<Money, 2>& per_year);

  // Money of a month by measure; twelve months add up to the year's to the ore.
  Money month_money(std::size_t measure, int month_1_to_12) const;
  // Places the month's money pays for.
  std::int64_t places(std::size_t measure, int month_1_to_12) const;
  // The account of a month that ended with these participants.
  Money spent(std::size_t measure, std::int64_t participants) const;

private:
  const Catalogue& catalogue_;
  std::vector<Money> per_year_;
};

} // namespace tiltak
