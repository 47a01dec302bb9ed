// Money becomes places. The appropriation is a hard ceiling: a place is opened only when the
// month's money suffices for it.
#pragma once

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

// The year's money on post 76 by measure: such that the places it pays for are `reduced_places` (a
// share) for persons with reduced capacity and the rest for job seekers, each in the composition of
// the catalogue. To the ore. Measures outside the post get nothing here.
std::vector<Money> split_appropriation(const Catalogue& catalogue, Money post_76,
                                       double reduced_places);

class Budget {
public:
  // `per_year` is the appropriation of a year by measure.
  Budget(const Catalogue& catalogue, std::vector<Money> per_year);

  // From now on the year's money is this many times the plan's, by measure.
  void set_factors(const std::vector<double>& factors);

  // Money of a month by measure; twelve months add up to the year's to the ore.
  Money month_money(std::size_t measure, int month_1_to_12) const;
  // Places the month's money pays for.
  std::int64_t places(std::size_t measure, int month_1_to_12) const;
  // The account of a month that ended with these participants.
  Money spent(std::size_t measure, std::int64_t participants) const;

private:
  const Catalogue* catalogue_; // outlives the budget
  std::vector<Money> plan_, per_year_;
};

} // namespace tiltak
