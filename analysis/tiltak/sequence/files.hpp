// The results of a study as CSV files. Persons, medoids and clusters count from 1; columns are
// described in docs/guide/cluster.md.
#pragma once

#include <string>
#include <vector>

#include <tiltak/sequence/description.hpp>
#include <tiltak/sequence/discrepancy.hpp>
#include <tiltak/sequence/membership.hpp>
#include <tiltak/sequence/representatives.hpp>
#include <tiltak/sequence/study.hpp>

namespace tiltak::sequence {

// Of all persons, row i: d(i,1)..d(i,i-1), from i = 2, no header.
void write_matrix(const std::string& file, const Dissimilarities& d, const Distinct& persons);

// Of all persons, in the convention of R's hclust.
void write_merges(const std::string& file, const Tree& tree, const Distinct& persons);

void write_quality(const std::string& file, const Study& study);
void write_medoids(const std::string& file, const Study& study, const Sequences& persons);
void write_clusters(const std::string& file, const Study& study, const Sequences& persons);

struct RepresentativesOfCluster {
  std::string cluster; // "all", or its label
  RepresentativeCriterion criterion;
  RadiusOf radius_of;
  Representatives found;
};
void write_representatives(const std::string& file,
                           const std::vector<RepresentativesOfCluster>& all, const Study& study,
                           const Sequences& persons);

struct DescriptionOfCluster {
  std::string cluster;
  Sequences rows;
  Description description;
};
void write_description(const std::string& file, const std::vector<DescriptionOfCluster>& all,
                       const Study& study, const Sequences& persons);

void write_discrepancy(const std::string& file, const std::vector<Discrepancy>& all);
void write_membership(const std::string& file, const std::vector<MembershipLine>& lines,
                      const Solution& solution);

// The name of a cluster: its label in the partition given, or its number from 1.
std::string cluster_name(const Solution& solution, std::size_t cluster);

} // namespace tiltak::sequence
