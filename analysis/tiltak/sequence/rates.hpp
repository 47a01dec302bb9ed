// Transition rates between states.
#pragma once

#include <vector>

#include <tiltak/sequence/sequences.hpp>

namespace tiltak::sequence {

// rate[from * states + to]; rows of states that occur only in last months are 0. A month counts
// where it and the next one are in a state; the missing value is one where the set has it, unless
// it is left out.
enum class WithMissing { yes, no };

struct Rates {
  std::size_t states = 0;
  std::vector<double> rate;
  double operator()(std::size_t from, std::size_t to) const { return rate[from * states + to]; }
};

// Pooled over all months (TraMineR seqtrate).
Rates transition_rates(const Sequences& sequences, WithMissing missing = WithMissing::yes);

// From month t to t + 1, for t = 0..positions-2 (seqtrate with time.varying).
std::vector<Rates> transition_rates_by_month(const Sequences& sequences);

} // namespace tiltak::sequence
