// What the quality measures know of pairs, gathered from the closest pair to the farthest.
#pragma once

#include <cstdint>
#include <vector>

#include <tiltak/core/progress.hpp>
#include <tiltak/sequence/quality.hpp>

namespace tiltak::sequence {

class PairStatistics {
public:
  // `cluster_weights` of the partition fix how much weighs within and how much between.
  explicit PairStatistics(const std::vector<double>& cluster_weights);

  // Pairs of weight `w` at distance d, which must not be below the last one; `cluster` is that of
  // both, or none.
  static constexpr std::uint32_t none = ~0u;
  void meet(double d, double w, std::uint32_t cluster);
  void finish() { close(); }

  double point_biserial() const;
  double gamma() const { return (closer_ - farther_) / (closer_ + farther_); }
  double somers_d() const {
    return (2 * closer_ - 2 * farther_) / (2 * closer_ + 2 * farther_ + equal_);
  }
  double hubert_c() const { return (within_d_ - least_) / (most() - least_); }

  // Sums over unordered pairs of w d, within each cluster divided by its weight.
  double within_sum(const std::vector<double>& cluster_weights) const;
  double within_sum_of_squares(const std::vector<double>& cluster_weights) const;
  double total_sum(double weight) const { return all_d_ / (2 * weight); }
  double total_sum_of_squares(double weight) const { return all_d2_ / (2 * weight); }

private:
  void close(); // the pairs at one distance are complete
  double most() const { return all_d_ - least_of_between_; }

  double within_ = 0, all_ = 0; // weights of the pairs
  double at_ = -1;              // the distance now open, and the pairs met at it
  double within_here_ = 0, between_here_ = 0;
  double within_below_ = 0, between_below_ = 0;
  double closer_ = 0, farther_ = 0, equal_ = 0;
  double within_d_ = 0, all_d_ = 0, all_d2_ = 0;
  double least_ = 0;            // sum of the closest pairs, as many as there are within
  double least_of_between_ = 0; // and as many as there are between
  std::vector<double> of_cluster_, squares_of_cluster_;
};

// One of each partition.
std::vector<PairStatistics> pair_statistics(const Dissimilarities& d,
                                            const std::vector<double>& weights,
                                            const Nested& nested, const Progress& progress);

} // namespace tiltak::sequence
