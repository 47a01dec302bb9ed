// How likely a sequence is under the rates of transition, month by month, of the set it is in.
#pragma once

#include <vector>

#include <tiltak/sequence/sequences.hpp>

namespace tiltak::sequence {

// -log of the product of the share of the first state and of the rates from month to month, for
// every row (TraMineR seqlogp).
std::vector<double> negative_log_likelihood(const Sequences& sequences);

} // namespace tiltak::sequence
