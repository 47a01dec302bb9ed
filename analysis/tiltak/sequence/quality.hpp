// How good a partition is: the ten statistics of WeightedCluster's wcClusterQuality (Studer 2013).
//
// Pairs are all ordered pairs of persons, each with itself included, with the product of their
// weights. A pair is within if both are in one cluster.
#pragma once

#include <vector>

#include <tiltak/core/progress.hpp>
#include <tiltak/sequence/grouped.hpp>
#include <tiltak/sequence/square.hpp>

namespace tiltak::sequence {

// NaN where a statistic is not defined. HC is best low, the others high.
struct Quality {
  std::size_t clusters = 0;
  double pbc = 0; // correlation of the distance with "not within" (point biserial)
  double hg = 0;  // Hubert's gamma: (c - d) / (c + d) over a within and a between pair, c: the
                 // within pair is closer, d: farther
  double hgsd =
      0; // Hubert's somers D: (2 c - 2 d) / (2 c + 2 d + equal), as WeightedCluster has it
  double asw = 0, asww = 0; // average silhouette width, see silhouette.hpp
  double ch = 0;            // (R2 / (k - 1)) / ((1 - R2) / (W - k)), W the sum of weights
  double r2 = 0;            // 1 - (sum within) / (sum total), sums of w w d / weight of the cluster
  double chsq = 0, r2sq = 0; // with squared distances
  double hc = 0; // (S - least) / (most - least), S the sum of within distances, least and most the
                 // sums of as many smallest and largest distances
  double asw_rousseeuw = 0; // as asw, with 0 for a row alone in its cluster
  std::vector<double> weight, asw_of_cluster, asww_of_cluster;
};

// The quality of partitions that are unions of the clusters of one: `coarser[p][c]` is the cluster
// in partition p of the finest partition's cluster c. One pass over the distances serves them all.
struct Nested {
  Partition finest;
  std::vector<Partition> coarser; // Partition of clusters, not of rows
};
std::vector<Quality> quality(const Dissimilarities& d, const std::vector<double>& weights,
                             const Nested& partitions, const Progress& progress = silent());

Quality quality(const Dissimilarities& d, const std::vector<double>& weights,
                const Partition& partition, const Progress& progress = silent());

} // namespace tiltak::sequence
