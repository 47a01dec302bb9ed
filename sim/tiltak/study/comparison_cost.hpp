// What a comparison will cost, told before it begins: how many simulations, and the time of one
// core. The sign map and the level are most of it, and both can be had for less.
#pragma once

#include <cstdint>
#include <string>

#include <tiltak/study/comparison.hpp>

namespace tiltak::study {

// Simulations of a whole contrast (policy, the other scenario, frozen), of stocks alone (two
// worlds), and of the window of two worlds, which a try of the level takes.
struct ComparisonCost {
  std::uint64_t headline = 0, why = 0, map = 0; // simulations
  std::uint64_t a_try = 0; // of the level; tries are not known before: four to six as a rule
  double core_seconds = 0; // without I/O; with five tries where a level is solved for
};

ComparisonCost cost_of(const Variant& first, const Variant& second,
                       const ComparisonOptions& options);

// In one line.
std::string in_words(const ComparisonCost& cost);

} // namespace tiltak::study
