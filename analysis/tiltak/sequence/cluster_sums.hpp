// For every row the weighted sum of its distances to the rows of every cluster: what silhouettes
// and medoids are made of.
#pragma once

#include <vector>

#include <tiltak/sequence/grouped.hpp>
#include <tiltak/sequence/square.hpp>

namespace tiltak::sequence {

// sums[row * clusters + cluster] = sum over j in cluster of w_j d(row, j)
std::vector<double> cluster_sums(const Dissimilarities& d, const std::vector<double>& weights,
                                 const Partition& partition);

// The row of each cluster with the least weighted sum of distances to its own, the first of equals.
// `sums` is cluster_sums() of the same partition.
std::vector<std::uint32_t> medoids_of(const Partition& partition, const std::vector<double>& sums);

} // namespace tiltak::sequence
