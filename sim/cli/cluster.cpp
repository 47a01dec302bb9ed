// tiltak cluster: trajectories into types. Declares the options; cluster_csv.cpp does the work on
// anyone's sequences.
#include "cluster.hpp"

#include <memory>

#include <tiltak/core/diagnostic.hpp>

namespace tiltak::cli {
namespace {

void add_input(CLI::App& app, ClusterOptions& o) {
  auto* group = app.add_option_group("Sequences");
  group->add_option("FILE", o.file, "Result file of a run");
  group->add_option("--csv", o.csv, "Wide table: a header, a row a sequence, a column a month");
  group
      ->add_option("--columns", o.wide.columns, "Month columns, or first..last; default all others")
      ->delimiter(',');
  group
      ->add_option("--states", o.wide.states,
                   "The states in their order; default the values seen, sorted")
      ->delimiter(',');
  group->add_option("--id", o.wide.id, "Column that names the persons");
  group->add_option("--weights", o.wide.weights, "Column with weights, or a file with one");
  group->add_option("--missing", o.missing,
                    "Text of a missing value, which becomes a state of its own");
  group
      ->add_option("--attributes", o.attributes,
                   "Columns with attributes of persons, or a file with them")
      ->delimiter(',');
}

void add_distance(CLI::App& app, ClusterOptions& o) {
  auto* group = app.add_option_group("Distance");
  group->add_option("--distance", o.distance, "lcs om omspell hamming dhd lcp rlcp chi2 euclid")
      ->capture_default_str();
  group->add_option("--norm", o.norm, "none auto maxlength gmean maxdist YujianBo")
      ->capture_default_str();
  group
      ->add_option("--costs", o.costs,
                   "constant, trate, or a file with a square of substitution costs")
      ->capture_default_str();
  group->add_option("--indel", o.indel,
                    "Cost of an insertion; default half the highest substitution");
  group->add_option("--expansion", o.expansion, "omspell: cost of a month more in a spell")
      ->capture_default_str();
  group->add_option("--step", o.step, "chi2, euclid: months of an interval")->capture_default_str();
}

void add_clusters(CLI::App& app, ClusterOptions& o) {
  auto* group = app.add_option_group("Clusters");
  group->add_option("-k", o.k, "Number of clusters, or a range from which one is suggested")
      ->capture_default_str();
  group->add_option("--linkage", o.linkage, "ward.D ward.D2 average complete single")
      ->capture_default_str();
  group->add_option(
      "--method", o.method,
      "pam (default: k-medoids from the cut of the tree), hierarchical, eager, build, clara");
  group->add_option("--partition", o.partition,
                    "File with given clusters, a row a person: measure these");
  group->add_flag("--every-k", o.every_k, "Medoids for every k of the range");
  group->add_flag("--keep-duplicates", o.keep_duplicates,
                  "Do not join identical sequences first (slower)");
  group->add_option("--samples", o.samples, "clara: number of samples")->capture_default_str();
  group->add_option("--sample-size", o.sample_size, "clara: persons in a sample")
      ->capture_default_str();
  group->add_option("--bootstrap", o.bootstrap, "Samples for the stability of the clusters")
      ->capture_default_str();
  group->add_option("--permutations", o.permutations, "Permutations for the p of --discrepancy")
      ->capture_default_str();
  group->add_option("--seed", o.seed, "Of samples and permutations")->capture_default_str();
  group->add_option("--memory", o.memory_gb, "Gigabytes to stay below; default what is free");
}

void add_representatives(CLI::App& app, ClusterOptions& o) {
  auto* group = app.add_option_group("Representative sequences");
  group->add_option("--criterion", o.criteria, "density frequency centrality likelihood")
      ->delimiter(',');
  group
      ->add_option("--radius-of", o.radius_of,
                   "Largest distance the radius is a share of: cluster, overall, both")
      ->capture_default_str();
  group->add_option("--coverage", o.coverage, "Share to be represented")->capture_default_str();
  group->add_option("--radius", o.radius, "Share of the largest distance")->capture_default_str();
}

void add_output(CLI::App& app, ClusterOptions& o) {
  auto* group = app.add_option_group("Files to write");
  group->add_option("--matrix", o.matrix, "Lower triangle of the distances of all persons");
  group->add_option("--merges", o.merges, "The tree of all persons (R's hclust convention)");
  group->add_option("--quality", o.quality, "Ten measures of every partition");
  group->add_option("--medoids", o.medoids, "Medoids of the clusters");
  group->add_option("--clusters", o.clusters, "The cluster of every person");
  group->add_option("--representatives", o.representatives,
                    "Representatives of all and of every cluster");
  group->add_option("--describe", o.describe,
                    "States, entropy, turbulence ... of all, clusters, persons");
  group->add_option("--discrepancy", o.discrepancy, "How much goes with each attribute");
  group->add_option("--membership", o.membership, "Clusters by attribute");
}

} // namespace

bool ClusterOptions::wants_clusters(bool json) const {
  const bool no_file = matrix.empty() && merges.empty() && describe.empty() && discrepancy.empty();
  const bool cluster_file = !quality.empty() || !medoids.empty() || !clusters.empty() ||
                            !representatives.empty() || !membership.empty();
  return no_file || cluster_file || json || !partition.empty() || bootstrap > 0;
}

Action cluster(CLI::App& app, Common& common) {
  auto options = std::make_shared<ClusterOptions>();
  add_input(app, *options);
  add_distance(app, *options);
  add_clusters(app, *options);
  add_representatives(app, *options);
  add_output(app, *options);
  add_common(app, common);
  app.footer(
      "Examples:\n  tiltak cluster out.h5\n"
      "  tiltak cluster --csv mvad.csv -k 2..12 --quality quality.csv --medoids medoids.csv");
  return [options, &common] {
    if (!options->csv.empty()) return cluster_csv(*options, common);
    if (!options->file.empty()) return cluster_file(*options, common);
    throw InputError({"tiltak cluster"}, "no sequences are named", "OUT.h5 or --csv FILE");
  };
}

} // namespace tiltak::cli
