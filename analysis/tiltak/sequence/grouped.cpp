#include <tiltak/sequence/grouped.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tiltak::sequence {
namespace {

// Small counts let sums run in 32-bit integers: the whole sum must fit.
bool are_small_counts(const std::vector<double>& weights, double largest_cell) {
  const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
  if (largest_cell > 255 || total * largest_cell >= 2147483647.0)
    return false;
  return std::all_of(weights.begin(), weights.end(),
                     [](double w) { return w == std::floor(w) && w <= 32767; });
}

} // namespace

std::vector<double> cluster_weights(const Partition& p, const std::vector<double>& weights) {
  std::vector<double> sums(p.clusters, 0.0);
  for (std::size_t i = 0; i < weights.size(); ++i)
    sums[p.cluster[i]] += weights[i];
  return sums;
}

Grouped::Grouped(const Partition& p, const std::vector<double>& weights, double largest_cell) {
  std::vector<std::size_t> sizes(p.clusters, 0);
  for (const std::uint32_t c : p.cluster)
    ++sizes[c];
  begin.push_back(0);
  for (const std::size_t size : sizes)
    begin.push_back(begin.back() + (size + 63) / 64 * 64);
  row.assign(begin.back(), 0);
  weight.assign(begin.back(), 0.0);
  std::vector<std::size_t> next(begin.begin(), begin.end() - 1);
  for (std::uint32_t i = 0; i < p.cluster.size(); ++i) {
    const std::size_t place = next[p.cluster[i]]++;
    row[place] = i;
    weight[place] = weights[i];
  }
  if (are_small_counts(weights, largest_cell))
    for (const double w : weight)
      count.push_back(static_cast<std::int16_t>(w));
}

} // namespace tiltak::sequence
