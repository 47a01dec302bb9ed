#include <tiltak/sequence/silhouette.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace tiltak::sequence {
namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

double width(double own, double other) {
  const double larger = std::max(own, other);
  return larger > 0 ? (other - own) / larger : undefined;
}

double least_other(const double* sums, const std::vector<double>& weight, std::size_t own) {
  double least = std::numeric_limits<double>::infinity();
  for (std::size_t c = 0; c < weight.size(); ++c)
    if (c != own)
      least = std::min(least, sums[c] / weight[c]);
  return least;
}

} // namespace

Silhouettes silhouettes(const Partition& p, const std::vector<double>& weights,
                        const std::vector<double>& sums) {
  const std::vector<double> weight = cluster_weights(p, weights);
  const std::size_t n = p.cluster.size();
  Silhouettes s{std::vector<double>(n), std::vector<double>(n), std::vector<double>(n)};
  for (std::size_t i = 0; i < n; ++i) {
    const std::size_t c = p.cluster[i];
    const double* row = sums.data() + i * p.clusters;
    const double other = least_other(row, weight, c);
    const bool alone = weight[c] <= 1;
    s.asw[i] = width(alone ? 0.0 : row[c] / (weight[c] - 1), other);
    s.asww[i] = width(row[c] / weight[c], other);
    s.rousseeuw[i] = alone || std::isnan(s.asw[i]) ? 0.0 : s.asw[i];
  }
  return s;
}

SilhouetteMeans means(const std::vector<double>& values, const Partition& p,
                      const std::vector<double>& weights) {
  SilhouetteMeans m{0.0, std::vector<double>(p.clusters, 0.0)};
  double total = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (weights[i] > 0)
      m.of_cluster[p.cluster[i]] += weights[i] * values[i];
    total += weights[i];
  }
  for (const double sum : m.of_cluster)
    m.all += sum;
  m.all /= total;
  const std::vector<double> weight = cluster_weights(p, weights);
  for (std::size_t c = 0; c < p.clusters; ++c)
    m.of_cluster[c] /= weight[c];
  return m;
}

} // namespace tiltak::sequence
