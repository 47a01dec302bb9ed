#include <tiltak/sequence/cluster_sets.hpp>

#include <algorithm>
#include <numeric>

namespace tiltak::sequence {

std::vector<ClusterSet> cluster_sets(const Study& study) {
  const Partition& p = study.chosen.partition;
  std::vector<ClusterSet> sets{{"all", std::vector<std::uint32_t>(study.distinct.rows.size())}};
  std::iota(sets[0].rows.begin(), sets[0].rows.end(), 0u);
  for (std::size_t c = 0; c < p.clusters; ++c) sets.push_back({cluster_name(study.chosen, c), {}});
  for (std::uint32_t row = 0; row < p.cluster.size(); ++row)
    sets[p.cluster[row] + 1].rows.push_back(row);
  return sets;
}

DescriptionOfCluster describe(const Study& study, const ClusterSet& set) {
  Sequences some = select(study.distinct.rows, set.rows);
  double squares = 0;
  for (const std::uint32_t row : set.rows) squares += study.distinct.squares[row];
  Description description = describe(some, squares);
  return {set.name, std::move(some), std::move(description)};
}

std::vector<RepresentativesOfCluster>
representatives(const Study& study, const std::vector<RepresentativeOptions>& options) {
  std::vector<RepresentativesOfCluster> all;
  for (const ClusterSet& set : cluster_sets(study))
    for (const RepresentativeOptions& o : options)
      all.push_back({set.name, o.criterion, o.radius_of,
                     representatives(study.distinct.rows, study.distances, set.rows, o,
                                     study.largest_distance)});
  return all;
}

namespace {

template <class Value>
std::vector<Value> in_order(const std::vector<Value>& values,
                            const std::vector<std::uint32_t>& order) {
  std::vector<Value> moved;
  for (const std::uint32_t place : order)
    if (place < values.size()) // empty where the solution has none
      moved.push_back(values[place]);
  return moved;
}

} // namespace

void number_by_size(Solution& s, const std::vector<double>& weights) {
  const std::vector<double> weight = cluster_weights(s.partition, weights);
  std::vector<std::uint32_t> order(weight.size()), place(weight.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return weight[a] > weight[b]; });
  for (std::uint32_t c = 0; c < order.size(); ++c) place[order[c]] = c;
  for (std::uint32_t& cluster : s.partition.cluster) cluster = place[cluster];
  s.medoids = in_order(s.medoids, order);
  s.cost_of_cluster = in_order(s.cost_of_cluster, order);
  s.labels = in_order(s.labels, order);
  s.quality.weight = in_order(s.quality.weight, order);
  s.quality.asw_of_cluster = in_order(s.quality.asw_of_cluster, order);
  s.quality.asww_of_cluster = in_order(s.quality.asww_of_cluster, order);
}

} // namespace tiltak::sequence
