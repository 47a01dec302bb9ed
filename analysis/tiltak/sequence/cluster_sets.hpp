// The sets of rows that results are given for: all of them, and each cluster of the chosen
// solution.
#pragma once

#include <string>
#include <vector>

#include <tiltak/sequence/description.hpp>
#include <tiltak/sequence/files.hpp>
#include <tiltak/sequence/study.hpp>

namespace tiltak::sequence {

struct ClusterSet {
  std::string name; // "all", or the cluster's
  std::vector<std::uint32_t> rows;
};

// All rows first, then the clusters in their order.
std::vector<ClusterSet> cluster_sets(const Study& study);

DescriptionOfCluster describe(const Study& study, const ClusterSet& set);

// Every set with each of the options.
std::vector<RepresentativesOfCluster>
representatives(const Study& study, const std::vector<RepresentativeOptions>& options);

// Clusters numbered anew, the heaviest first; of equals the one that came first.
void number_by_size(Solution& solution, const std::vector<double>& weights);

} // namespace tiltak::sequence
