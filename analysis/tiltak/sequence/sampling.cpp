#include <tiltak/sequence/sampling.hpp>

#include <algorithm>
#include <limits>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/sequence/blocks.hpp>
#include <tiltak/sequence/cluster_sums.hpp>
#include <tiltak/sequence/costs.hpp>
#include <tiltak/sequence/medoids.hpp>
#include <tiltak/sequence/shuffle.hpp>

namespace tiltak::sequence {
namespace {

std::vector<std::uint32_t> medoids_of_sample(const Distinct& all, const DistanceOptions& distance,
                                             std::size_t k, Linkage linkage, const Sample& sample) {
  const Dissimilarities d = distances(select(all.rows, sample.rows), distance);
  const Tree tree = agglomerate(d, sample.counts, linkage);
  const Partition start{cut(tree, k), k};
  const auto first = medoids_of(start, cluster_sums(d, sample.counts, start));
  std::vector<std::uint32_t> medoids;
  for (const std::uint32_t m : pam(d, sample.counts, first).medoids)
    medoids.push_back(sample.rows[m]);
  return medoids;
}

struct Assignment {
  std::vector<std::uint32_t> cluster;
  std::vector<double> cost_of_cluster;
  double cost = 0;
};

// Rows are set against the medoids in small groups: the pairs within a group are wasted.
Assignment assign_all(const Distinct& all, const DistanceOptions& distance,
                      const std::vector<std::uint32_t>& medoids, const Progress& progress) {
  constexpr std::size_t block = 4096;
  const std::size_t group = std::max<std::size_t>(16, medoids.size());
  const std::size_t n = all.rows.size();
  Assignment result{std::vector<std::uint32_t>(n, 0), std::vector<double>(medoids.size(), 0.0),
                    0.0};
  std::vector<double> least(n, std::numeric_limits<double>::infinity());
  in_blocks("nearest medoids", n, block, progress, [&](std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end; at += group) {
      std::vector<std::uint32_t> rows = medoids;
      for (std::size_t i = at; i < std::min(at + group, end); ++i)
        rows.push_back(static_cast<std::uint32_t>(i));
      const Dissimilarities d = distances(select(all.rows, rows), distance);
      for (std::size_t r = medoids.size(); r < rows.size(); ++r)
        for (std::uint32_t m = 0; m < medoids.size(); ++m)
          if (const double x = d.at(m, r); x < least[rows[r]]) {
            least[rows[r]] = x;
            result.cluster[rows[r]] = m;
          }
    }
  });
  for (std::size_t i = 0; i < n; ++i) {
    result.cost_of_cluster[result.cluster[i]] += all.rows.weights[i] * least[i];
    result.cost += all.rows.weights[i] * least[i];
  }
  return result;
}

} // namespace

DistanceOptions fixed_costs(const Distinct& all, DistanceOptions options) {
  if (options.measure == Measure::dhd || options.measure == Measure::chi2)
    throw InputError({"--distance"},
                     "sampling needs a distance whose costs do not depend on the month",
                     "lcs, om, omspell, hamming, lcp, rlcp, euclid");
  if (options.measure != Measure::om && options.measure != Measure::omspell &&
      options.costs != CostRule::trate)
    return options;
  const Costs costs = costs_for(all.rows, options);
  if (options.costs == CostRule::trate) {
    options.costs = CostRule::given;
    options.given = costs.substitution;
  }
  options.indel = costs.indel;
  return options;
}

Sample draw_sample(const Distinct& all, std::size_t size, std::uint64_t seed, std::uint32_t number,
                   const std::vector<std::uint32_t>& always) {
  std::vector<double> drawn = resample(all.rows.weights, size, Draws(seed, number));
  for (const std::uint32_t row : always)
    drawn[row] = std::max(drawn[row], 1.0);
  Sample sample;
  for (std::uint32_t i = 0; i < drawn.size(); ++i) {
    if (drawn[i] == 0)
      continue;
    sample.rows.push_back(i);
    sample.counts.push_back(drawn[i]);
  }
  return sample;
}

Sampled sample_medoids(const Distinct& all, const DistanceOptions& distance, std::size_t k,
                       const SamplingOptions& options, const Progress& progress) {
  const DistanceOptions costs = fixed_costs(all, distance);
  Sampled best;
  best.cost = std::numeric_limits<double>::infinity();
  for (std::uint32_t s = 0; s < options.samples; ++s) {
    progress("samples", s, options.samples);
    const Sample sample = draw_sample(all, options.size, options.seed, s, best.medoids);
    if (sample.rows.size() < k)
      continue; // too few different sequences were drawn
    const auto medoids = medoids_of_sample(all, costs, k, options.linkage, sample);
    Assignment a = assign_all(all, costs, medoids, silent());
    best.costs.push_back(a.cost);
    if (a.cost >= best.cost)
      continue;
    best.medoids = medoids;
    best.cluster = std::move(a.cluster);
    best.cost_of_cluster = std::move(a.cost_of_cluster);
    best.cost = a.cost;
    best.sample = s;
  }
  progress("samples", options.samples, options.samples);
  if (best.medoids.empty())
    throw InputError({"--sample-size"}, "no sample had as many different sequences as clusters");
  return best;
}

} // namespace tiltak::sequence
