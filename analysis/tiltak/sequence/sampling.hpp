// k-medoids of populations too large for a matrix: CLARA (Kaufman and Rousseeuw 1990) on weighted
// distinct sequences.
#pragma once

#include <cstdint>
#include <vector>

#include <tiltak/core/progress.hpp>
#include <tiltak/sequence/distance.hpp>
#include <tiltak/sequence/distinct.hpp>
#include <tiltak/sequence/linkage.hpp>

namespace tiltak::sequence {

struct SamplingOptions {
  std::size_t samples = 10;
  std::size_t size = 4000; // distinct rows of a sample
  std::uint64_t seed = 1;
  Linkage linkage = Linkage::ward_d;
};

struct Sampled {
  std::vector<std::uint32_t> medoids; // rows of `all.rows`
  std::vector<std::uint32_t> cluster; // of each row: the place of its medoid
  double cost = 0;                    // weighted sum over all rows
  std::size_t sample = 0;             // which sample won, from 0
  std::vector<double> costs;          // over all rows, of every sample's medoids
};

// Every sample: rows drawn by weight without replacement, the best medoids so far put in; its tree is
// cut at k, the cut's medoids are improved by pam(), and all rows go to the nearest. The least cost
// over all rows wins, the first of equals. Costs of om and masses of chi2 come from all rows.
Sampled sample_medoids(const Distinct& all, const DistanceOptions& distance, std::size_t k,
                       const SamplingOptions& options, const Progress& progress = silent());

} // namespace tiltak::sequence
