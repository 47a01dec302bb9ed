// The whole analysis of a set of sequences: what both ways of `tiltak cluster` call.
#pragma once

#include <optional>
#include <vector>

#include <tiltak/core/progress.hpp>
#include <tiltak/sequence/distance.hpp>
#include <tiltak/sequence/distinct.hpp>
#include <tiltak/sequence/linkage.hpp>
#include <tiltak/sequence/medoids.hpp>
#include <tiltak/sequence/quality.hpp>

namespace tiltak::sequence {

// hierarchical: the cut of the tree. pam: k-medoids from the medoids of the cut.
enum class Method { hierarchical, pam };

struct StudyOptions {
  DistanceOptions distance;
  Linkage linkage = Linkage::ward_d;
  Method method = Method::pam;
  std::size_t k_min = 2, k_max = 12; // cuts whose quality is measured
  std::optional<std::size_t> k;      // the solution wanted; otherwise the suggested one
  bool keep_duplicates = false;      // do not merge identical sequences (for comparison)
};

struct Study {
  Distinct distinct;
  Dissimilarities distances;   // between the rows of `distinct`
  Tree tree;                   // of the rows
  std::vector<Quality> cuts;   // of k_min..k_max
  std::size_t suggested = 0;   // number of clusters
  Medoids chosen;              // partition of the rows
  Quality quality;             // of it

  // The cluster of every person, from 0.
  std::vector<std::uint32_t> cluster_of_person() const;
};

Study study(const Sequences& sequences, const StudyOptions& options,
            const Progress& progress = silent());

} // namespace tiltak::sequence
