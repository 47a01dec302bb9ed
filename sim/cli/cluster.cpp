// tiltak cluster: trajectories into types. Declares the options; cluster_csv.cpp does the work on
// anyone's sequences.
#include "cluster.hpp"

#include <memory>

#include <tiltak/core/diagnostic.hpp>

namespace tiltak::cli {
namespace {

void add_input(Arguments& app, ClusterOptions& o) {
  Arguments group = app.group("Sequences");
  group.option("FILE", o.file, "Result file of a run");
  group.option("--csv", o.csv, "Wide table: a header, a row a sequence, a column a month");
  group.option("--columns", o.wide.columns, "Month columns, or first..last; default all others")
      .separated_by(',');
  group
      .option("--states", o.wide.states,
              "The states in their order; default the values seen, sorted")
      .separated_by(',');
  group.option("--id", o.wide.id, "Column that names the persons");
  group.option("--weights", o.wide.weights, "Column with weights, or a file with one");
  group.option("--missing", o.missing, "Text of a missing value, which becomes a state of its own");
  group
      .option("--attributes", o.attributes,
              "Columns with attributes of persons, or a file with them")
      .separated_by(',');
}

void add_distance(Arguments& app, ClusterOptions& o) {
  Arguments group = app.group("Distance");
  group.option("--distance", o.distance, "lcs om omspell hamming dhd lcp rlcp chi2 euclid")
      .shows_default();
  group.option("--norm", o.norm, "none auto maxlength gmean maxdist YujianBo").shows_default();
  group.option("--costs", o.costs, "constant, trate, or a file with a square of substitution costs")
      .shows_default();
  group.option("--indel", o.indel, "Cost of an insertion; default half the highest substitution");
  group.option("--expansion", o.expansion, "omspell: cost of a month more in a spell")
      .shows_default();
  group.option("--step", o.step, "chi2, euclid: months of an interval").shows_default();
}

void add_clusters(Arguments& app, ClusterOptions& o) {
  Arguments group = app.group("Clusters");
  group.option("-k", o.k, "Number of clusters, or a range from which one is suggested")
      .shows_default();
  group.option("--linkage", o.linkage, "ward.D ward.D2 average complete single").shows_default();
  group.option(
      "--method", o.method,
      "pam (default: k-medoids from the cut of the tree), hierarchical, eager, build, clara");
  group.option("--partition", o.partition,
               "File with given clusters, a row a person: measure these");
  group.flag("--every-k", o.every_k, "Medoids for every k of the range");
  group.flag("--keep-duplicates", o.keep_duplicates,
             "Do not join identical sequences first (slower)");
  group.option("--samples", o.samples, "clara: number of samples").shows_default();
  group.option("--sample-size", o.sample_size, "clara: persons in a sample").shows_default();
  group.option("--bootstrap", o.bootstrap, "Samples for the stability of the clusters")
      .shows_default();
  group.option("--permutations", o.permutations,
               "Permutations for the p of --discrepancy; default 999, with a result file none");
  group.option("--seed", o.seed, "Of samples and permutations").shows_default();
  group.option("--memory", o.memory_gb, "Gigabytes to stay below; default what is free");
}

void add_representatives(Arguments& app, ClusterOptions& o) {
  Arguments group = app.group("Representative sequences");
  group.option("--criterion", o.criteria, "density frequency centrality likelihood")
      .separated_by(',');
  group
      .option("--radius-of", o.radius_of,
              "Largest distance the radius is a share of: cluster, overall, both")
      .shows_default();
  group.option("--coverage", o.coverage, "Share to be represented").shows_default();
  group.option("--radius", o.radius, "Share of the largest distance").shows_default();
}

void add_output(Arguments& app, ClusterOptions& o) {
  Arguments group = app.group("Files to write");
  group.option("--matrix", o.matrix, "Lower triangle of the distances of all persons");
  group.option("--merges", o.merges, "The tree of all persons (R's hclust convention)");
  group.option("--quality", o.quality, "Ten measures of every partition");
  group.option("--medoids", o.medoids, "Medoids of the clusters");
  group.option("--clusters", o.clusters, "The cluster of every person");
  group.option("--representatives", o.representatives,
               "Representatives of all and of every cluster");
  group.option("--describe", o.describe,
               "States, entropy, turbulence ... of all, clusters, persons");
  group.option("--discrepancy", o.discrepancy, "How much goes with each attribute");
  group.option("--membership", o.membership, "Clusters by attribute");
}

} // namespace

bool ClusterOptions::wants_clusters(bool json) const {
  const bool no_file = matrix.empty() && merges.empty() && describe.empty() && discrepancy.empty();
  const bool cluster_file = !quality.empty() || !medoids.empty() || !clusters.empty() ||
                            !representatives.empty() || !membership.empty();
  return no_file || cluster_file || json || !partition.empty() || bootstrap > 0;
}

Action cluster(Arguments& app, Common& common) {
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
    if (!options->csv.empty() && !options->file.empty())
      throw InputError({options->file}, "there is --csv as well", "one of the two");
    if (!options->csv.empty()) return cluster_csv(*options, common);
    if (!options->file.empty()) return cluster_file(*options, common);
    throw InputError({"tiltak cluster"}, "no sequences are named", "OUT.h5 or --csv FILE");
  };
}

} // namespace tiltak::cli
