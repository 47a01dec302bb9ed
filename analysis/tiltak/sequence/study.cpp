#include <tiltak/sequence/study.hpp>

#include <algorithm>

#include <tiltak/sequence/cluster_sums.hpp>

namespace tiltak::sequence {
namespace {

Quality measure_quality(const Dissimilarities& d, const std::vector<double>& weights,
                        const Partition& partition) {
  const auto sums = cluster_sums(d, weights, partition);
  const Silhouettes s = silhouettes(partition, weights, sums);
  Quality q;
  q.clusters = partition.clusters;
  q.asw = means(s.asw, partition, weights).all;
  q.asww = means(s.asww, partition, weights).all;
  return q;
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
  for (std::size_t k = options.k_min; k <= std::min(options.k_max, s.distances.size()); ++k)
    s.cuts.push_back(measure_quality(s.distances, weights, {cut(s.tree, k), k}));
  const auto best = std::max_element(s.cuts.begin(), s.cuts.end(),
                                     [](const Quality& a, const Quality& b) { return a.asw < b.asw; });
  s.suggested = best->clusters;
  const std::size_t k = options.k.value_or(s.suggested);
  const Partition partition{cut(s.tree, k), k};
  const auto start = medoids_of(partition, cluster_sums(s.distances, weights, partition));
  s.chosen = pam(s.distances, weights, start, progress);
  s.quality = measure_quality(s.distances, weights, s.chosen.partition);
  return s;
}

} // namespace tiltak::sequence
