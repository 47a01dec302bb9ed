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
  std::size_t size = 4000; // persons of a sample
  std::uint64_t seed = 1;
  Linkage linkage = Linkage::ward_d;
};

struct Sampled {
  std::vector<std::uint32_t> medoids; // rows of `all.rows`
  std::vector<std::uint32_t> cluster; // of each row: the place of its medoid
  double cost = 0;                    // weighted sum over all rows
  std::vector<double> cost_of_cluster;
  std::size_t sample = 0;    // which sample won, from 0
  std::vector<double> costs; // over all rows, of every sample's medoids
};

// Every sample: persons drawn with replacement, the best medoids so far put in; its tree is cut at
// k, the cut's medoids are improved by pam(), and all rows go to the nearest. The least cost over
// all rows wins, the first of equals. Costs that are estimated come from all rows; distances whose
// costs depend on the month (dhd, chi2) are an InputError.
Sampled sample_medoids(const Distinct& all, const DistanceOptions& distance, std::size_t k,
                       const SamplingOptions& options, const Progress& progress = silent());

// The options with costs that would be estimated from a sample taken from all rows.
DistanceOptions fixed_costs(const Distinct& all, DistanceOptions options);

// A sample of `size` persons as rows, with how often each was drawn for its weight.
struct Sample {
  std::vector<std::uint32_t> rows;
  std::vector<double> counts;
};
Sample draw_sample(const Distinct& all, std::size_t size, std::uint64_t seed, std::uint32_t number,
                   const std::vector<std::uint32_t>& always = {});

} // namespace tiltak::sequence
