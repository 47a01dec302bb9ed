#include <tiltak/sequence/medoids.hpp>

#include <algorithm>
#include <limits>
#include <numeric>

#include <tiltak/core/parallel.hpp>
#include <tiltak/sequence/swaps.hpp>

namespace tiltak::sequence {
namespace {

constexpr double threshold = -1e-10; // WeightedCluster's: a swap must gain more

} // namespace

Medoids assign(const Dissimilarities& d, const std::vector<double>& weights,
               std::vector<std::uint32_t> medoids) {
  Medoids m;
  m.partition.clusters = medoids.size();
  m.partition.cluster.assign(d.size(), 0);
  for (std::uint32_t i = 0; i < d.size(); ++i) {
    double least = std::numeric_limits<double>::infinity();
    for (std::uint32_t c = 0; c < medoids.size(); ++c) {
      const double distance = d.at(medoids[c], i);
      if (distance >= least)
        continue;
      least = distance;
      m.partition.cluster[i] = c;
    }
    m.cost += weights[i] * least;
  }
  m.medoids = std::move(medoids);
  return m;
}

Medoids pam(const Dissimilarities& d, const std::vector<double>& weights,
            std::vector<std::uint32_t> start, const Progress& progress) {
  std::size_t swaps = 0;
  progress("medoids", 0, 0);
  for (;; ++swaps) {
    const Swap best = best_swap(d, weights, start);
    if (!(best.gain < threshold))
      break;
    start[best.slot] = best.candidate;
    progress("medoids", 0, 0);
  }
  Medoids m = assign(d, weights, std::move(start));
  m.swaps = swaps;
  return m;
}

// Between two swaps candidates are looked at in blocks, in order; the first that gains is taken.
Medoids eager_pam(const Dissimilarities& d, const std::vector<double>& weights,
                  std::vector<std::uint32_t> start, const Progress& progress) {
  std::size_t swaps = 0;
  std::size_t idle = 0; // candidates since the last swap
  for (std::size_t x = 0; idle < d.size();) {
    progress("medoids", 0, 0);
    const Swap swap = first_gain(d, weights, start, x, d.size() - idle, threshold);
    if (!(swap.gain < threshold))
      break;
    idle = 0;
    x = (swap.candidate + 1) % d.size();
    start[swap.slot] = swap.candidate;
    ++swaps;
  }
  Medoids m = assign(d, weights, std::move(start));
  m.swaps = swaps;
  return m;
}

std::vector<std::uint32_t> build(const Dissimilarities& d, const std::vector<double>& weights,
                                 std::size_t k) {
  const std::size_t n = d.size();
  std::vector<std::uint32_t> medoids;
  std::vector<double> near(n, std::numeric_limits<double>::infinity());
  std::vector<double> cost(n);
  while (medoids.size() < k) {
    parallel::for_blocks(n, 64, [&](std::size_t begin, std::size_t end, std::size_t) {
      for (std::size_t x = begin; x < end; ++x) {
        cost[x] = 0;
        for (std::size_t j = 0; j < n; ++j)
          cost[x] += weights[j] * std::min(near[j], d.at(x, j));
      }
    });
    for (const std::uint32_t m : medoids)
      cost[m] = std::numeric_limits<double>::infinity();
    std::size_t best = 0;
    for (std::size_t x = 0; x < n; ++x)
      if (cost[x] <= cost[best])
        best = x;
    medoids.push_back(static_cast<std::uint32_t>(best));
    for (std::size_t j = 0; j < n; ++j)
      near[j] = std::min(near[j], d.at(best, j));
  }
  return medoids;
}

} // namespace tiltak::sequence
