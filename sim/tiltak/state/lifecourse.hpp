// The expected life course from 18 to 66 under given hazards: the share of a type in each pair at
// each age. It is the stationary cross-section of a population whose hazards never change, and
// where a run's burn-in starts from.
#pragma once

#include <array>
#include <vector>

#include <tiltak/state/hazards.hpp>

namespace tiltak {

constexpr int first_age = 18, last_age = 66;
constexpr std::size_t ages = last_age - first_age + 1;
using PairShares = std::array<float, population_pairs>;

class LifeCourses {
public:
  // `at_18`: shares of pairs on the 18th birthday. Durations stand at their middle band, benefits
  // run, no measures: the burn-in mends the rest.
  LifeCourses(const Hazards& hazards, const PairShares& at_18);

  // Shares at the middle of this year of age (clamped to 18..66).
  const PairShares& at(std::size_t base, int age_years) const;

private:
  std::vector<PairShares> shares_; // [base][age]
};

} // namespace tiltak
