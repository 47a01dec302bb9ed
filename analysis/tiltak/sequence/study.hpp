// The whole analysis of a set of sequences: what both ways of `tiltak cluster` call.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <tiltak/core/progress.hpp>
#include <tiltak/sequence/distance.hpp>
#include <tiltak/sequence/distinct.hpp>
#include <tiltak/sequence/linkage.hpp>
#include <tiltak/sequence/medoids.hpp>
#include <tiltak/sequence/quality.hpp>
#include <tiltak/sequence/suggestion.hpp>

namespace tiltak::sequence {

// How the clusters of a solution come about. hierarchical: the cut of the tree, or the partition
// given. pam: k-medoids from the medoids of that. eager: the same with swaps taken as they are
// found. build: k-medoids from PAM's own start. clara: k-medoids of samples (sampling.hpp).
enum class Method { hierarchical, pam, eager, build, clara };

// A partition that somebody else has made: a label for every person.
struct Given {
  std::string name;
  std::vector<std::string> labels;
};

struct StudyOptions {
  DistanceOptions distance;
  Linkage linkage = Linkage::ward_d;
  Method method = Method::pam;
  std::size_t k_min = 2, k_max = 12; // cuts whose quality is measured
  bool fit_range = false; // k_max is less where there are fewer different sequences than that
  std::optional<std::size_t> k; // the number of clusters wanted; otherwise the suggested one
  bool keep_duplicates = false; // each person its own row (slower; the results are the same)
  bool every_k = false; // medoids for every k, not only for the one chosen
  std::vector<Given> given; // measure these instead of cuts of a tree
  bool tree = true; // false: no tree is wanted (only with `given`)
  bool clusters = true; // false: distances, and the tree if wanted, are enough
  std::size_t samples = 10; // clara: how many,
  std::size_t sample_size = 4000; // of how many persons,
  std::uint64_t seed = 1; // and drawn by this
  double memory = 0; // bytes to stay below; 0: what the machine has left
};

struct Solution {
  std::string name; // "ward.D", "pam", the name of a given partition
  Partition partition; // of the rows
  Quality quality;
  std::vector<std::uint32_t> medoids; // rows
  double cost = 0; // weighted sum of distances to the own cluster's medoid
  std::vector<double> cost_of_cluster;
  std::size_t swaps = 0;
  std::vector<std::string> labels; // of a given partition's clusters; empty: 1, 2 ...
};

struct Study {
  Distinct distinct;
  Dissimilarities distances; // between the rows of `distinct`
  double largest_distance = 0;
  Tree tree; // of the rows; no merges where none was wanted
  std::vector<Solution> solutions; // cuts, or given; with every_k the medoids' after them
  Suggestion suggestion;
  Solution chosen;

  // The cluster of every person, from 0.
  std::vector<std::uint32_t> cluster_of_person(const Solution& solution) const;
};

// With clara there are no distances and no tree; qualities are those of a sample of persons.
// Throws InputError before any work starts: fewer distinct sequences than clusters, all identical,
// a distance that the sequences do not have, matrices larger than memory.
Study study(const Sequences& sequences, const StudyOptions& options,
            const Progress& progress = silent());

// The solution's medoids where it has none, and its costs.
void add_costs(Solution& solution, const Dissimilarities& d, const std::vector<double>& weights);

// What a study of so many distinct rows needs, in bytes.
std::size_t study_bytes(std::size_t rows, const Sequences& sequences, const StudyOptions& options);

} // namespace tiltak::sequence
