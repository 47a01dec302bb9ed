// Who is in which cluster: clusters by attribute.
#pragma once

#include <string>
#include <vector>

#include <tiltak/sequence/discrepancy.hpp>
#include <tiltak/sequence/grouped.hpp>

namespace tiltak::sequence {

// Of the persons with an attribute's value, how many are in a cluster. For an attribute of many
// numbers (more than 12 different) a line per cluster with their mean in place of lines per value.
struct MembershipLine {
  std::string attribute, value; // value empty: a mean
  std::size_t cluster = 0;      // from 0
  double weight = 0;
  double share_of_value = 0;      // of those with the value
  double share_of_cluster = 0;    // of those in the cluster
  double mean = 0, deviation = 0; // of the numbers in the cluster
};

// `cluster` and `weights` of every person.
std::vector<MembershipLine> membership(const Attribute& attribute, const Partition& persons,
                                       const std::vector<double>& weights);

} // namespace tiltak::sequence
