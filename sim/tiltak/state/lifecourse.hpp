// The expected life course from 18 to 66 under given hazards: the share of a type in each pair, and
// for how long, at each age. It is the stationary cross-section of a population whose hazards never
// change, and where a run's burn-in starts from.
#pragma once

#include <array>
#include <vector>

#include <tiltak/state/hazards.hpp>

namespace tiltak {

constexpr int first_age = 18, last_age = 66;
constexpr std::size_t ages = last_age - first_age + 1;
using PairShares = std::array<float, population_pairs>;

// Months in the spell, in stages fine enough that a geometric stay in each is near enough to the
// course of a spell: from this many on.
inline constexpr std::array<int, 9> stage_from{0, 3, 6, 9, 12, 18, 24, 36, 48};
constexpr std::size_t stages = stage_from.size();

// Where a person stands: in a pair, so many months into its spell.
struct Standing {
  Pair pair;
  int months;
};

class LifeCourses {
public:
  // `at_18`: shares of pairs on the 18th birthday. Benefits run, no measures: the burn-in mends the
  // rest.
  LifeCourses(const Hazards& hazards, const PairShares& at_18);

  // Shares of pairs at the middle of this year of age (clamped to 18..66).
  PairShares at(std::size_t base, int age_years) const;

  // Where a person of this type stands, by two uniform draws on (0, 1). The last stage is
  // exponential with a mean of five years.
  Standing draw(std::size_t base, int age_years, double u, double within) const;

private:
  using Shares = std::array<float, population_pairs * stages>; // [pair][stage]
  const Shares& of(std::size_t base, int age_years) const;
  std::vector<Shares> shares_; // [base][age]
};

} // namespace tiltak
