#include <tiltak/sequence/pair_statistics.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

#include <tiltak/sequence/pair_order.hpp>

namespace tiltak::sequence {

PairStatistics::PairStatistics(const std::vector<double>& weights)
    : of_cluster_(weights.size(), 0.0), squares_of_cluster_(weights.size(), 0.0) {
  const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
  all_ = total * total;
  for (const double w : weights)
    within_ += w * w;
}

void PairStatistics::meet(double d, double w, std::uint32_t cluster) {
  if (d != at_) {
    close();
    at_ = d;
  }
  all_d_ += w * d;
  all_d2_ += w * d * d;
  if (cluster == none) {
    between_here_ += w;
    return;
  }
  within_here_ += w;
  within_d_ += w * d;
  of_cluster_[cluster] += w * d;
  squares_of_cluster_[cluster] += w * d * d;
}

void PairStatistics::close() {
  const double below = within_below_ + between_below_;
  const double here = within_here_ + between_here_;
  closer_ += within_below_ * between_here_;
  farther_ += between_below_ * within_here_;
  equal_ += within_here_ * between_here_;
  least_ += at_ * std::clamp(within_ - below, 0.0, here);
  least_of_between_ += at_ * std::clamp(all_ - within_ - below, 0.0, here);
  within_below_ += within_here_;
  between_below_ += between_here_;
  within_here_ = between_here_ = 0;
}

double PairStatistics::point_biserial() const {
  const double between_d = all_d_ - within_d_;
  const double between = all_ - within_;
  const double covariance = between_d / all_ - (all_d_ / all_) * (between / all_);
  const double variance = all_d2_ / all_ - (all_d_ / all_) * (all_d_ / all_);
  const double share = between / all_;
  return covariance / std::sqrt(variance * share * (1 - share));
}

namespace {

double per_weight(const std::vector<double>& sums, const std::vector<double>& weights) {
  double total = 0;
  for (std::size_t c = 0; c < sums.size(); ++c)
    total += sums[c] / (2 * weights[c]);
  return total;
}

} // namespace

double PairStatistics::within_sum(const std::vector<double>& weights) const {
  return per_weight(of_cluster_, weights);
}

double PairStatistics::within_sum_of_squares(const std::vector<double>& weights) const {
  return per_weight(squares_of_cluster_, weights);
}

std::vector<PairStatistics> pair_statistics(const Dissimilarities& d,
                                            const std::vector<double>& weights,
                                            const Nested& nested, const Progress& progress) {
  const std::vector<double> finest = cluster_weights(nested.finest, weights);
  std::vector<PairStatistics> all;
  for (const Partition& p : nested.coarser)
    all.emplace_back(cluster_weights(p, finest));
  const std::size_t k = nested.finest.clusters;
  in_order(d, weights, nested.finest, progress,
           [&](double distance, std::size_t pair, double weight) {
             for (std::size_t p = 0; p < all.size(); ++p) {
               const auto& cluster = nested.coarser[p].cluster;
               const std::uint32_t a = cluster[pair / k];
               all[p].meet(distance, weight, a == cluster[pair % k] ? a : PairStatistics::none);
             }
           });
  for (PairStatistics& s : all)
    s.finish();
  return all;
}

} // namespace tiltak::sequence
