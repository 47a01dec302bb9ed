#include <tiltak/sequence/quality.hpp>

#include <cmath>
#include <numeric>

#include <tiltak/sequence/cluster_sums.hpp>
#include <tiltak/sequence/pair_statistics.hpp>
#include <tiltak/sequence/silhouette.hpp>

namespace tiltak::sequence {
namespace {

// The sums for the clusters of a coarser partition are sums of those of the finest.
std::vector<double> joined_sums(const std::vector<double>& fine, const Partition& clusters) {
  const std::size_t finest = clusters.cluster.size();
  const std::size_t rows = fine.size() / finest;
  std::vector<double> sums(rows * clusters.clusters, 0.0);
  for (std::size_t i = 0; i < rows; ++i)
    for (std::size_t c = 0; c < finest; ++c)
      sums[i * clusters.clusters + clusters.cluster[c]] += fine[i * finest + c];
  return sums;
}

void add_silhouettes(const Partition& p, const std::vector<double>& weights,
                     const std::vector<double>& sums, Quality& q) {
  const Silhouettes s = silhouettes(p, weights, sums);
  const SilhouetteMeans asw = means(s.asw, p, weights);
  const SilhouetteMeans asww = means(s.asww, p, weights);
  q.clusters = p.clusters;
  q.weight = cluster_weights(p, weights);
  q.asw = asw.all;
  q.asww = asww.all;
  q.asw_of_cluster = asw.of_cluster;
  q.asww_of_cluster = asww.of_cluster;
  q.asw_rousseeuw = means(s.rousseeuw, p, weights).all;
  for (const double w : q.weight)
    if (w < 1)
      q.asw = std::nan("");
}

void add_pairs(const PairStatistics& pairs, Quality& q) {
  const double total = std::accumulate(q.weight.begin(), q.weight.end(), 0.0);
  const auto k = static_cast<double>(q.clusters);
  const auto ratio = [&](double r2) { return (r2 / (k - 1)) / ((1 - r2) / (total - k)); };
  q.pbc = pairs.point_biserial();
  q.hg = pairs.gamma();
  q.hgsd = pairs.somers_d();
  q.hc = pairs.hubert_c();
  q.r2 = 1 - pairs.within_sum(q.weight) / pairs.total_sum(total);
  q.r2sq = 1 - pairs.within_sum_of_squares(q.weight) / pairs.total_sum_of_squares(total);
  q.ch = ratio(q.r2);
  q.chsq = ratio(q.r2sq);
}

} // namespace

std::vector<Quality> quality(const Dissimilarities& d, const std::vector<double>& weights,
                             const Nested& nested, const Progress& progress) {
  const auto sums = cluster_sums(d, weights, nested.finest);
  const auto pairs = pair_statistics(d, weights, nested, progress);
  std::vector<Quality> all(nested.coarser.size());
  for (std::size_t p = 0; p < all.size(); ++p) {
    const Partition& clusters = nested.coarser[p];
    Partition rows{nested.finest.cluster, clusters.clusters};
    for (std::uint32_t& c : rows.cluster)
      c = clusters.cluster[c];
    add_silhouettes(rows, weights, joined_sums(sums, clusters), all[p]);
    add_pairs(pairs[p], all[p]);
  }
  return all;
}

Quality quality(const Dissimilarities& d, const std::vector<double>& weights, const Partition& p,
                const Progress& progress) {
  Partition same{std::vector<std::uint32_t>(p.clusters), p.clusters};
  std::iota(same.cluster.begin(), same.cluster.end(), 0u);
  return quality(d, weights, Nested{p, {same}}, progress).front();
}

} // namespace tiltak::sequence
