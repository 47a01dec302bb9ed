// How good a partition is: the ten statistics of WeightedCluster's wcClusterQuality.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include <tiltak/core/progress.hpp>
#include <tiltak/sequence/grouped.hpp>
#include <tiltak/sequence/silhouette.hpp>
#include <tiltak/sequence/square.hpp>

namespace tiltak::sequence {

// NaN where a statistic is not defined. HC is best low, the others high.
struct Quality {
  std::size_t clusters = 0;
  double pbc = 0, hg = 0, hgsd = 0, asw = 0, asww = 0;
  double ch = 0, r2 = 0, chsq = 0, r2sq = 0, hc = 0;
  double asw_rousseeuw = 0; // as asw, with 0 for a row alone in its cluster
  std::vector<double> asw_of_cluster, asww_of_cluster;
};

} // namespace tiltak::sequence
