// Random orders and samples from keyed draws: the same for the same seed, on every machine.
#pragma once

#include <cstdint>
#include <vector>

#include <tiltak/core/draw.hpp>

namespace tiltak::sequence {

// A uniform number below `bound`.
std::uint64_t below(const Draws& draws, std::uint64_t index, std::uint64_t bound);

// All orders equally likely (Fisher and Yates).
void shuffle(std::vector<std::uint32_t>& values, const Draws& draws);

// How often each of the weights is drawn in `count` draws with replacement, by weight.
std::vector<double> resample(const std::vector<double>& weights, std::uint64_t count,
                             const Draws& draws);

} // namespace tiltak::sequence
