// Silhouettes (Rousseeuw 1987), of weighted rows, in the two ways of WeightedCluster (Studer 2013).
#pragma once

#include <vector>

#include <tiltak/sequence/grouped.hpp>

namespace tiltak::sequence {

struct Silhouettes {
  // Of each row: (b - a) / max(a, b), with a the mean distance to the own cluster and b the least
  // mean distance to another one.
  std::vector<double> asw;       // a over the others: the weights count persons, one is the row
  std::vector<double> asww;      // a over the cluster, the row included
  std::vector<double> rousseeuw; // asw, but 0 for a row alone in its cluster and where a = b = 0
};

// `sums` is cluster_sums() of the partition. A row alone in its cluster (weight of the cluster 1 or
// less) has asw 1: it is at distance 0 from its own. Where a = b = 0 the value is NaN, and so is
// every mean over it.
Silhouettes silhouettes(const Partition& partition, const std::vector<double>& weights,
                        const std::vector<double>& sums);

struct SilhouetteMeans {
  double all = 0;
  std::vector<double> of_cluster; // NaN for asw where a cluster weighs less than 1
};

SilhouetteMeans means(const std::vector<double>& silhouettes, const Partition& partition,
                      const std::vector<double>& weights);

} // namespace tiltak::sequence
