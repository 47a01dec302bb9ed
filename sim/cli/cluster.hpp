// What `tiltak cluster` was asked for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <tiltak/sequence/discrepancy.hpp>
#include <tiltak/sequence/representatives.hpp>
#include <tiltak/sequence/study.hpp>
#include <tiltak/sequence/wide.hpp>

#include "command.hpp"

namespace tiltak::cli {

constexpr const char* default_k = "2..12";

struct ClusterOptions {
  std::string file; // a result file, or with `csv` a wide table
  std::string csv;
  sequence::WideOptions wide;
  std::string missing, distance = "lcs", norm = "none", costs = "constant", indel;
  std::string linkage = "ward.D", method, k = default_k, partition;
  double expansion = 0.5;
  std::size_t step = 1;
  bool every_k = false;
  bool keep_duplicates = false;
  std::size_t samples = 10, sample_size = 4000, bootstrap = 0;
  std::optional<std::size_t> permutations; // otherwise 999 with `csv`, none with a result file
  std::uint64_t seed = 1;
  double memory_gb = 0;
  std::vector<std::string> criteria{"density"};
  std::string radius_of = "both";
  double coverage = 0.25, radius = 0.10;
  std::vector<std::string> attributes;
  std::string matrix, merges, quality, medoids, clusters, representatives, describe, discrepancy,
      membership;

  // True if anything is wanted that rests on clusters.
  bool wants_clusters(bool json) const;
};

// Options of the analysis; throws InputError for names and numbers that are not allowed.
sequence::StudyOptions study_options(const ClusterOptions& options,
                                     const sequence::Sequences& sequences, bool json);
std::vector<sequence::RepresentativeOptions> representative_options(const ClusterOptions& options);

// The results of a study that the options name, as files and on standard output.
struct ClusterResults {
  std::vector<double> stability; // adjusted Rand indices, one a bootstrap sample
  double seconds = 0;
};
void write_cluster_files(const ClusterOptions& options, const sequence::Study& study,
                         const sequence::Sequences& persons,
                         const std::vector<sequence::Attribute>& attributes,
                         const Progress& progress);
void print_cluster_json(const ClusterOptions& options, const sequence::Study& study,
                        const sequence::Sequences& persons, const ClusterResults& results);
void print_cluster_summary(const sequence::Study& study, const sequence::Sequences& persons,
                           const ClusterResults& results);

int cluster_csv(const ClusterOptions& options, const Common& common);
int cluster_file(const ClusterOptions& options, const Common& common);

} // namespace tiltak::cli
