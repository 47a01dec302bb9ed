// What it costs to put one state for another, and to insert or delete one (TraMineR seqcost).
#pragma once

#include <vector>

#include <tiltak/sequence/distance.hpp>
#include <tiltak/sequence/rates.hpp>

namespace tiltak::sequence {

struct Costs {
  std::size_t states = 0;
  std::vector<double> substitution; // states x states, symmetric, diagonal 0
  double indel = 1;
  double operator()(std::size_t a, std::size_t b) const { return substitution[a * states + b]; }
  double highest() const;
};

// constant: 2 (1 for hamming). trate: 2 - p(a->b) - p(b->a), with 2 for the missing value. Without
// an indel in the options: half the highest substitution cost.
Costs costs_for(const Sequences& rows, const DistanceOptions& options);

// The costs of dynamic Hamming by month: 4 less the four rates into and out of the month; 4 less
// twice the two that exist in the first and last month; never below 0 (Lesnard 2010). With the
// missing value: 4.
std::vector<Costs> costs_by_month(const Sequences& rows);

} // namespace tiltak::sequence
