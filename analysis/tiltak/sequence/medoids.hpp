// k-medoids: k rows such that the weighted sum of distances to the nearest of them is small.
//
// pam() makes the swaps of Kaufman and Rousseeuw's PAM (1990) as WeightedCluster's wcKMedoids does:
// of all (medoid, candidate) pairs the one that lowers the cost most, the first medoid and then the
// first candidate of equals, until no swap lowers it by more than 1e-10. A pass costs n^2, not k
// n^2 (Schubert and Rousseeuw 2021, FastPAM1). A row equally near to two medoids belongs to the
// first.
#pragma once

#include <cstdint>
#include <vector>

#include <tiltak/core/progress.hpp>
#include <tiltak/sequence/grouped.hpp>
#include <tiltak/sequence/square.hpp>

namespace tiltak::sequence {

struct Medoids {
  std::vector<std::uint32_t> medoids;
  Partition partition; // cluster c is that of medoids[c]
  double cost = 0;     // sum over rows of weight * distance to the medoid
  std::size_t swaps = 0;
};

// Every row to its nearest medoid.
Medoids assign(const Dissimilarities& d, const std::vector<double>& weights,
               std::vector<std::uint32_t> medoids);

Medoids pam(const Dissimilarities& d, const std::vector<double>& weights,
            std::vector<std::uint32_t> start, const Progress& progress = silent());

// FasterPAM (Schubert and Rousseeuw 2021): takes a swap as soon as it is found to lower the cost.
// Fewer passes, and it may end above pam().
Medoids eager_pam(const Dissimilarities& d, const std::vector<double>& weights,
                  std::vector<std::uint32_t> start, const Progress& progress = silent());

// PAM's BUILD: one medoid after the other, each where it lowers the cost most; of equals the last.
std::vector<std::uint32_t> build(const Dissimilarities& d, const std::vector<double>& weights,
                                 std::size_t k);

} // namespace tiltak::sequence
