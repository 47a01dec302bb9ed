// tiltak cluster OUT.h5: the entrants' trajectories in a results file, written into a copy of it
// that then takes its place.
#include <chrono>
#include <numeric>

#include <fmt/format.h>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/sequence/cluster_sets.hpp>
#include <tiltak/sequence/names.hpp>
#include <tiltak/sequence/stability.hpp>
#include <tiltak/store/probe.hpp>
#include <tiltak/store/writer.hpp>

#include "cluster.hpp"
#include "cluster_cohort.hpp"
#include "cluster_tables.hpp"
#include "terminal.hpp"

namespace tiltak::cli {
namespace {

using namespace tiltak::sequence;

// A name for every cluster, from the codes of its persons.
std::vector<Name> cluster_names(const Study& study, const Cohort& cohort) {
  const std::size_t months = cohort.sequences.positions;
  std::vector<std::vector<std::uint8_t>> codes(study.chosen.partition.clusters);
  const auto cluster = study.cluster_of_person(study.chosen);
  for (std::size_t i = 0; i < cluster.size(); ++i) {
    const std::uint8_t* row = cohort.sequences.row(i);
    codes[cluster[i]].insert(codes[cluster[i]].end(), row, row + months);
  }
  std::vector<Profile> profiles;
  for (const auto& of_cluster : codes) profiles.push_back(profile(of_cluster, months));
  return names(profiles);
}

void write_trajectories(const std::string& path, const ClusterOptions& o, const Study& study,
                        const Cohort& cohort, const ClusterFindings& findings,
                        const Common& common) {
  store::Provenance now = store::begin_provenance();
  now.command_line = common.command_line;
  store::ResultWriter file = store::ResultWriter::extend(path, path, now);
  for (const char* group : {"/trajectories/representatives", "/trajectories/description",
                            "/trajectories/attributes", "/trajectories/discrepancy"})
    file.remove(group);
  file.remove("/trajectories");
  write_clusters_table(file, study, cohort, findings.names);
  write_description_table(file, study, cohort);
  write_membership_table(file, findings.membership);
  if (!findings.discrepancies.empty()) write_discrepancy_table(file, findings.discrepancies);
  if (study.distances.size() > 0)
    write_representatives_table(file, representatives(study, representative_options(o)), study);
  file.commit();
}

void print_clusters(const ClusterFindings& findings, const Study& study, std::size_t persons) {
  const auto weight = cluster_weights(study.chosen.partition, study.distinct.rows.weights);
  fmt::print("{} entrants in {} clusters, average silhouette width {:.3f}\n", persons,
             weight.size(), study.chosen.quality.asw);
  for (std::size_t c = 0; c < weight.size(); ++c)
    fmt::print("  {:>2}  {:<44} {:>6.0f} {:6.1f} %\n", c + 1, findings.names[c].en, weight[c],
               100.0 * weight[c] / static_cast<double>(persons));
}

// What a results file says itself cannot be said again.
void check_options(const ClusterOptions& o) {
  const bool says_columns = !o.wide.columns.empty() || !o.wide.states.empty() ||
                            !o.wide.id.empty() || !o.wide.weights.empty() || !o.missing.empty() ||
                            !o.attributes.empty() || !o.partition.empty();
  if (says_columns)
    throw InputError({o.file},
                     "--columns, --states, --id, --weights, --missing, --attributes and "
                     "--partition go with --csv",
                     "a results file without them");
}

ClusterFindings find(const ClusterOptions& o, const Study& study, const Cohort& cohort,
                     const Progress& progress) {
  ClusterFindings found;
  found.names = cluster_names(study, cohort);
  const Partition persons{study.cluster_of_person(study.chosen), study.chosen.partition.clusters};
  for (const Attribute& a : cohort.attributes) {
    for (MembershipLine& line : membership(a, persons, study.distinct.own_weight))
      found.membership.push_back(std::move(line));
    if (study.distances.size() > 0 && sorted_values(a.values).size() > 1)
      found.discrepancies.push_back(discrepancy(study.distances, study.distinct, a,
                                                o.permutations.value_or(0), o.seed, progress));
  }
  return found;
}

} // namespace

int cluster_file(const ClusterOptions& options, const Common& common) {
  const auto began = std::chrono::steady_clock::now();
  check_options(options);
  const Cohort cohort = read_cohort(store::open_foreign(options.file));
  StudyOptions how = study_options(options, cohort.sequences, common.json);
  how.clusters = true;
  how.fit_range = false;
  if (options.k == default_k) how.k = 7; // as the article
  const Progress progress = progress_bar(common.quiet);
  Study result = sequence::study(cohort.sequences, how, progress);
  for (Solution& solution : result.solutions)
    number_by_size(solution, result.distinct.rows.weights);
  number_by_size(result.chosen, result.distinct.rows.weights);
  ClusterResults about;
  if (options.bootstrap > 0)
    about.stability = stability(result, how, options.bootstrap, options.seed, progress);
  const ClusterFindings findings = find(options, result, cohort, progress);
  write_trajectories(options.file, options, result, cohort, findings, common);
  write_cluster_files(options, result, cohort.sequences, cohort.attributes, progress);
  about.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  if (common.json)
    print_cluster_json(options, result, cohort.sequences, about);
  else if (!common.quiet)
    print_clusters(findings, result, cohort.entrants.size());
  return done;
}

} // namespace tiltak::cli
