#include <tiltak/sequence/study.hpp>

#include <algorithm>

#include <tiltak/sequence/cluster_sums.hpp>

namespace tiltak::sequence {
namespace {

// The cuts k_min..k_max: unions of the clusters of the finest.
Nested cuts(const Tree& tree, std::size_t k_min, std::size_t k_max) {
  Nested nested{{cut(tree, k_max), k_max}, {}};
  for (std::size_t k = k_min; k <= k_max; ++k) {
    const std::vector<std::uint32_t> rows = cut(tree, k);
    Partition clusters{std::vector<std::uint32_t>(k_max), k};
    for (std::size_t i = 0; i < rows.size(); ++i) clusters.cluster[nested.finest.cluster[i]] = rows[i];
    nested.coarser.push_back(std::move(clusters));
  }
  return nested;
}

} // namespace

std::vector<std::uint32_t> Study::cluster_of_person() const {
  std::vector<std::uint32_t> cluster;
  for (const std::uint32_t row : distinct.of) cluster.push_back(chosen.partition.cluster[row]);
  return cluster;
}

Study study(const Sequences& sequences, const StudyOptions& options, const Progress& progress) {
  Study s;
  s.distinct = options.keep_duplicates ? undivided(sequences) : distinct(sequences);
  const auto& weights = s.distinct.rows.weights;
  s.distances = distances(s.distinct.rows, options.distance, progress);
  s.tree = agglomerate(s.distances, weights, options.linkage, progress);
  s.cuts = quality(s.distances, weights,
                   cuts(s.tree, options.k_min, std::min(options.k_max, s.distances.size())), progress);
  const auto best = std::max_element(s.cuts.begin(), s.cuts.end(),
                                     [](const Quality& a, const Quality& b) { return a.asw < b.asw; });
  s.suggested = best->clusters;
  const std::size_t k = options.k.value_or(s.suggested);
  const Partition partition{cut(s.tree, k), k};
  const auto start = medoids_of(partition, cluster_sums(s.distances, weights, partition));
  s.chosen = pam(s.distances, weights, start, progress);
  s.quality = sequence::quality(s.distances, weights, s.chosen.partition, progress);
  return s;
}

} // namespace tiltak::sequence
