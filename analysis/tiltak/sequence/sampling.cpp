#include <tiltak/sequence/sampling.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/core/draw.hpp>
#include <tiltak/sequence/blocks.hpp>
#include <tiltak/sequence/cluster_sums.hpp>
#include <tiltak/sequence/costs.hpp>
#include <tiltak/sequence/medoids.hpp>

namespace tiltak::sequence {
namespace {

// Weighted sampling without replacement: the rows with the smallest -log(u) / w (Efraimidis and
// Spirakis 2006), beside those that are always taken.
std::vector<std::uint32_t> draw_rows(const Distinct& all, const SamplingOptions& options,
                                     std::size_t sample, const std::vector<std::uint32_t>& always) {
  const Draws draws(options.seed, static_cast<std::uint32_t>(sample));
  std::vector<std::pair<double, std::uint32_t>> keys;
  for (std::uint32_t i = 0; i < all.rows.size(); ++i) {
    const double u = draws.uniform(PersonId{i}, 0, Purpose::resample);
    const bool wanted = std::find(always.begin(), always.end(), i) != always.end();
    keys.emplace_back(wanted ? -1.0 : -std::log(u) / all.rows.weights[i], i);
  }
  const std::size_t size = std::min(options.size, keys.size());
  const auto end = keys.begin() + static_cast<std::ptrdiff_t>(size);
  std::nth_element(keys.begin(), end - 1, keys.end());
  std::vector<std::uint32_t> rows;
  for (auto key = keys.begin(); key != end; ++key) rows.push_back(key->second);
  std::sort(rows.begin(), rows.end());
  return rows;
}

// Costs that would be estimated from a sample are taken from all rows.
DistanceOptions fixed(const Distinct& all, DistanceOptions options) {
  if (options.measure == Measure::dhd || options.measure == Measure::chi2)
    throw InputError({"--distance"}, "sampling needs a distance whose costs do not depend on the month",
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

Sequences with_states_of(const Sequences& all, const std::vector<std::uint32_t>& rows) {
  Sequences some = select(all, rows);
  some.ids.clear();
  return some;
}

std::vector<std::uint32_t> medoids_of_sample(const Distinct& all, const DistanceOptions& distance,
                                             std::size_t k, Linkage linkage,
                                             const std::vector<std::uint32_t>& rows) {
  const Sequences some = with_states_of(all.rows, rows);
  const Dissimilarities d = distances(some, distance);
  const Tree tree = agglomerate(d, some.weights, linkage);
  const Partition start{cut(tree, k), k};
  const auto first = medoids_of(start, cluster_sums(d, some.weights, start));
  std::vector<std::uint32_t> medoids;
  for (const std::uint32_t m : pam(d, some.weights, first).medoids) medoids.push_back(rows[m]);
  return medoids;
}

struct Assignment {
  std::vector<std::uint32_t> cluster;
  double cost = 0;
};

// Rows are set against the medoids in small groups: the pairs within a group are wasted.
Assignment assign_all(const Distinct& all, const DistanceOptions& distance,
                      const std::vector<std::uint32_t>& medoids, const Progress& progress) {
  constexpr std::size_t block = 4096;
  const std::size_t group = std::max<std::size_t>(16, medoids.size());
  const std::size_t n = all.rows.size();
  Assignment result{std::vector<std::uint32_t>(n, 0), 0.0};
  std::vector<double> least(n, std::numeric_limits<double>::infinity());
  in_blocks("nearest medoids", n, block, progress, [&](std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end; at += group) {
      std::vector<std::uint32_t> rows = medoids;
      for (std::size_t i = at; i < std::min(at + group, end); ++i)
        rows.push_back(static_cast<std::uint32_t>(i));
      const Dissimilarities d = distances(with_states_of(all.rows, rows), distance);
      for (std::size_t r = medoids.size(); r < rows.size(); ++r)
        for (std::uint32_t m = 0; m < medoids.size(); ++m)
          if (const double x = d.at(m, r); x < least[rows[r]]) {
            least[rows[r]] = x;
            result.cluster[rows[r]] = m;
          }
    }
  });
  for (std::size_t i = 0; i < n; ++i) result.cost += all.rows.weights[i] * least[i];
  return result;
}

} // namespace

Sampled sample_medoids(const Distinct& all, const DistanceOptions& distance, std::size_t k,
                       const SamplingOptions& options, const Progress& progress) {
  const DistanceOptions costs = fixed(all, distance);
  Sampled best;
  best.cost = std::numeric_limits<double>::infinity();
  for (std::size_t s = 0; s < options.samples; ++s) {
    progress("samples", s, options.samples);
    const auto rows = draw_rows(all, options, s, best.medoids);
    const auto medoids = medoids_of_sample(all, costs, k, options.linkage, rows);
    Assignment a = assign_all(all, costs, medoids, silent());
    best.costs.push_back(a.cost);
    if (a.cost >= best.cost) continue;
    best.medoids = medoids;
    best.cluster = std::move(a.cluster);
    best.cost = a.cost;
    best.sample = s;
  }
  progress("samples", options.samples, options.samples);
  return best;
}

} // namespace tiltak::sequence
