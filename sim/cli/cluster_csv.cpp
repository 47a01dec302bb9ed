// tiltak cluster --csv: the whole analysis on anyone's sequences.
#include <chrono>

#include <fmt/format.h>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/sequence/cluster_sets.hpp>
#include <tiltak/sequence/column.hpp>
#include <tiltak/sequence/files.hpp>
#include <tiltak/sequence/given.hpp>
#include <tiltak/sequence/stability.hpp>

#include "cluster.hpp"
#include "terminal.hpp"

namespace tiltak::cli {
namespace {

using namespace tiltak::sequence;

// Columns of the table itself, or all columns of a file.
std::vector<Attribute> read_attributes(const Table& table, const std::vector<std::string>& names) {
  std::vector<Attribute> all;
  for (const std::string& name : names) {
    if (table.column(name)) {
      all.push_back({name, Column(table, name).values()});
      continue;
    }
    for (Given& given : read_partitions(table, name))
      all.push_back({given.name, std::move(given.labels)});
  }
  return all;
}

void write_all_descriptions(const ClusterOptions& o, const Study& study, const Sequences& persons) {
  std::vector<DescriptionOfCluster> all;
  for (const ClusterSet& set : cluster_sets(study)) all.push_back(describe(study, set));
  write_description(o.describe, all, study, persons);
}

void write_attributes(const ClusterOptions& o, const Study& study,
                      const std::vector<Attribute>& attributes, const Progress& progress) {
  if (!o.discrepancy.empty()) {
    std::vector<Discrepancy> all;
    for (const Attribute& a : attributes)
      all.push_back(discrepancy(study.distances, study.distinct, a, o.permutations.value_or(999),
                                o.seed, progress));
    write_discrepancy(o.discrepancy, all);
  }
  if (o.membership.empty()) return;
  const Partition persons{study.cluster_of_person(study.chosen), study.chosen.partition.clusters};
  std::vector<MembershipLine> lines;
  for (const Attribute& a : attributes)
    for (MembershipLine& line : membership(a, persons, study.distinct.own_weight))
      lines.push_back(std::move(line));
  write_membership(o.membership, lines, study.chosen);
}

void check_attributes(const ClusterOptions& o, const std::vector<Attribute>& attributes) {
  if (attributes.empty() && !(o.discrepancy.empty() && o.membership.empty()))
    throw InputError({"--discrepancy, --membership"}, "there are no attributes",
                     "--attributes with columns or a file");
  for (const Attribute& a : attributes)
    if (!o.discrepancy.empty() && sorted_values(a.values).size() < 2)
      throw InputError({"--attributes"}, fmt::format("'{}' has one value only", a.name),
                       "an attribute in which persons differ");
}

WideOptions wide_options(const ClusterOptions& o, const Table& table) {
  WideOptions wide = o.wide;
  if (!o.missing.empty()) wide.missing = o.missing;
  for (const std::string& name : o.attributes)
    if (table.column(name)) wide.others.push_back(name);
  if (table.column(o.partition)) wide.others.push_back(o.partition);
  return wide;
}

} // namespace

void write_cluster_files(const ClusterOptions& o, const Study& study, const Sequences& persons,
                         const std::vector<Attribute>& attributes, const Progress& progress) {
  if (!o.matrix.empty()) write_matrix(o.matrix, study.distances, study.distinct);
  if (!o.merges.empty()) write_merges(o.merges, study.tree, study.distinct);
  if (!o.quality.empty()) write_quality(o.quality, study);
  if (!o.medoids.empty()) write_medoids(o.medoids, study, persons);
  if (!o.clusters.empty()) write_clusters(o.clusters, study, persons);
  if (!o.representatives.empty())
    write_representatives(o.representatives, representatives(study, representative_options(o)),
                          study, persons);
  if (!o.describe.empty()) write_all_descriptions(o, study, persons);
  write_attributes(o, study, attributes, progress);
}

int cluster_csv(const ClusterOptions& o, const Common& common) {
  const auto began = std::chrono::steady_clock::now();
  const Progress progress = progress_bar(common.quiet);
  const Table table = Table::read(o.csv);
  Sequences persons;
  StudyOptions options;
  std::vector<Attribute> attributes;
  Diagnostics wrong;
  attempt([&] { persons = read_wide(table, wide_options(o, table)); }, wrong);
  attempt([&] { options = study_options(o, persons, common.json); }, wrong);
  attempt([&] { attributes = read_attributes(table, o.attributes); }, wrong);
  attempt([&] { check_attributes(o, attributes); }, wrong);
  if (!o.partition.empty())
    attempt([&] { options.given = read_partitions(table, o.partition); }, wrong);
  if (!wrong.empty()) throw InputError(std::move(wrong));
  options.tree = o.partition.empty() ? options.clusters || !o.merges.empty()
                                     : !o.merges.empty() || o.bootstrap > 0;
  const Study result = sequence::study(persons, options, progress);
  ClusterResults more;
  if (o.bootstrap > 0) more.stability = stability(result, options, o.bootstrap, o.seed, progress);
  write_cluster_files(o, result, persons, attributes, progress);
  more.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  if (common.json)
    print_cluster_json(o, result, persons, more);
  else if (!common.quiet)
    print_cluster_summary(result, persons, more);
  return done;
}

} // namespace tiltak::cli
