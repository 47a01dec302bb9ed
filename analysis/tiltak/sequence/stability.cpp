#include <tiltak/sequence/stability.hpp>

#include <cmath>

#include <tiltak/core/parallel.hpp>
#include <tiltak/sequence/cluster_sums.hpp>
#include <tiltak/sequence/shuffle.hpp>

namespace tiltak::sequence {
namespace {

double pairs(double n) {
  return n * (n - 1) / 2;
}

Dissimilarities subset(const Dissimilarities& d, const std::vector<std::uint32_t>& rows) {
  return std::visit(
      [&]<class Cell>(const Square<Cell>& cells) {
        Square<Cell> some(rows.size());
        parallel::for_blocks(rows.size(), 64, [&](std::size_t begin, std::size_t end, std::size_t) {
          for (std::size_t i = begin; i < end; ++i)
            for (std::size_t j = 0; j < rows.size(); ++j)
              some.row(i)[j] = cells.row(rows[i])[rows[j]];
        });
        return Dissimilarities{std::move(some), d.unit};
      },
      d.cells);
}

Partition cluster_anew(const Dissimilarities& d, const std::vector<double>& weights, std::size_t k,
                       const StudyOptions& options) {
  const Tree tree = agglomerate(d, weights, options.linkage);
  Partition start{cut(tree, k), k};
  if (options.method == Method::hierarchical)
    return start;
  auto medoids = options.method == Method::build
                     ? build(d, weights, k)
                     : medoids_of(start, cluster_sums(d, weights, start));
  return options.method == Method::eager ? eager_pam(d, weights, std::move(medoids)).partition
                                         : pam(d, weights, std::move(medoids)).partition;
}

} // namespace

double adjusted_rand_index(const Partition& a, const Partition& b,
                           const std::vector<double>& weights) {
  std::vector<double> both(a.clusters * b.clusters, 0.0);
  double total = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    both[a.cluster[i] * b.clusters + b.cluster[i]] += weights[i];
    total += weights[i];
  }
  double together = 0, in_a = 0, in_b = 0;
  for (const double w : both)
    together += pairs(w);
  for (const double w : cluster_weights(a, weights))
    in_a += pairs(w);
  for (const double w : cluster_weights(b, weights))
    in_b += pairs(w);
  const double expected = in_a * in_b / pairs(total);
  const double most = (in_a + in_b) / 2;
  return most == expected ? 1.0 : (together - expected) / (most - expected);
}

std::vector<double> stability(const Study& study, const StudyOptions& options, std::size_t samples,
                              std::uint64_t seed, const Progress& progress) {
  const auto& weights = study.distinct.rows.weights;
  const Partition& solution = study.chosen.partition;
  std::vector<double> indices;
  for (std::uint32_t s = 0; s < samples; ++s) {
    progress("bootstrap", s, samples);
    const auto drawn = resample(weights, study.distinct.persons(), Draws(seed, s));
    std::vector<std::uint32_t> rows;
    std::vector<double> counts;
    Partition before{{}, solution.clusters};
    for (std::uint32_t i = 0; i < drawn.size(); ++i) {
      if (drawn[i] == 0)
        continue;
      rows.push_back(i);
      counts.push_back(drawn[i]);
      before.cluster.push_back(solution.cluster[i]);
    }
    if (rows.size() < solution.clusters)
      continue; // too few different sequences were drawn
    const Partition anew =
        cluster_anew(subset(study.distances, rows), counts, solution.clusters, options);
    indices.push_back(adjusted_rand_index(before, anew, counts));
  }
  progress("bootstrap", samples, samples);
  return indices;
}

} // namespace tiltak::sequence
