// The best swap of a medoid for another row, in one pass over the distances.
#pragma once

#include <cstdint>
#include <vector>

#include <tiltak/sequence/square.hpp>

namespace tiltak::sequence {

struct Swap {
  double gain = 0; // change of the cost; below 0 is better
  std::size_t slot = 0;
  std::uint32_t candidate = 0;
};

// The lowest gain over all slots and candidates; the first slot, then the first candidate of
// equals. Rows at distance 0 from their medoid are no candidates.
Swap best_swap(const Dissimilarities& d, const std::vector<double>& weights,
               const std::vector<std::uint32_t>& medoids);

// The best swap with the first of `count` candidates, from `from` on and round the end, that has a
// gain below `threshold`; a gain of 0 if there is none.
Swap first_gain(const Dissimilarities& d, const std::vector<double>& weights,
                const std::vector<std::uint32_t>& medoids, std::size_t from, std::size_t count,
                double threshold);

} // namespace tiltak::sequence
