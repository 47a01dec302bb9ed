// Transition rates between states.
#pragma once

#include <vector>

#include <tiltak/sequence/sequences.hpp>

namespace tiltak::sequence {

// rate[from * states + to], rows of states that are never left or entered are 0. A month counts where
// it and the next one are not void; the missing value is one more state where the set has it.
struct Rates {
  std::size_t states = 0;
  std::vector<double> rate;
  double operator()(std::size_t from, std::size_t to) const { return rate[from * states + to]; }
};

// Pooled over all months (TraMineR seqtrate).
Rates transition_rates(const Sequences& sequences);

// From month t to t + 1, for t = 0..positions-2 (seqtrate with time.varying).
std::vector<Rates> transition_rates_by_month(const Sequences& sequences);

} // namespace tiltak::sequence
