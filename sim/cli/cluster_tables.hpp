// What a study found, as the groups of a results file that begin with /trajectories.
#pragma once

#include <vector>

#include <tiltak/sequence/files.hpp>
#include <tiltak/sequence/names.hpp>
#include <tiltak/store/writer.hpp>

#include "cluster_cohort.hpp"

namespace tiltak::cli {

struct ClusterFindings {
  std::vector<sequence::Name> names; // of the clusters
  std::vector<sequence::MembershipLine> membership;
  std::vector<sequence::Discrepancy> discrepancies; // empty where there are no distances
};

// /trajectories itself: entrants, clusters, quality.
void write_clusters_table(store::ResultWriter& file, const sequence::Study& study,
                          const Cohort& cohort, const std::vector<sequence::Name>& names);
void write_description_table(store::ResultWriter& file, const sequence::Study& study,
                             const Cohort& cohort);
void write_membership_table(store::ResultWriter& file,
                            const std::vector<sequence::MembershipLine>& lines);
void write_discrepancy_table(store::ResultWriter& file,
                             const std::vector<sequence::Discrepancy>& all);
void write_representatives_table(store::ResultWriter& file,
                                 const std::vector<sequence::RepresentativesOfCluster>& all,
                                 const sequence::Study& study);

} // namespace tiltak::cli
