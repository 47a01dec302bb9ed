#include <tiltak/compare/interval.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

namespace tiltak::compare {

double t_quantile(int degrees_of_freedom) {
  constexpr std::array<double, 10> few{12.706, 4.303, 3.182, 2.776, 2.571,
                                       2.447,  2.365, 2.306, 2.262, 2.228};
  if (degrees_of_freedom < 1) return std::numeric_limits<double>::infinity();
  const auto n = static_cast<std::size_t>(degrees_of_freedom);
  if (n <= few.size()) return few[n - 1];
  constexpr double x = 1.959964, x3 = x * x * x, x5 = x3 * x * x, x7 = x5 * x * x;
  const double v = degrees_of_freedom;
  return x + (x3 + x) / (4 * v) + (5 * x5 + 16 * x3 + 3 * x) / (96 * v * v) +
         (3 * x7 + 19 * x5 + 17 * x3 - 15 * x) / (384 * v * v * v);
}

double variance(std::span<const double> values) {
  if (values.size() < 2) return 0;
  const auto n = static_cast<double>(values.size());
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  return squares / (n - 1);
}

double variance_ratio(std::span<const double> policy, std::span<const double> other) {
  if (policy.size() < 2) return std::numeric_limits<double>::quiet_NaN();
  std::vector<double> differences(policy.size());
  for (std::size_t r = 0; r < policy.size(); ++r) differences[r] = policy[r] - other[r];
  return (variance(policy) + variance(other)) / variance(differences);
}

Sources sources_of(std::span<const double> values, std::size_t draws) {
  const std::size_t seeds = draws == 0 ? 0 : values.size() / draws;
  if (seeds == 0) return {};
  double within = 0;
  std::vector<double> means;
  for (std::size_t d = 0; d < draws; ++d) {
    std::vector<double> of_draw;
    for (std::size_t s = 0; s < seeds; ++s) of_draw.push_back(values[s * draws + d]);
    within += variance(of_draw) / static_cast<double>(draws);
    means.push_back(spread_of(of_draw).mean);
  }
  const double beyond = variance(means) - within / static_cast<double>(seeds);
  return {std::sqrt(within), std::sqrt(std::max(0.0, beyond))};
}

Spread spread_of(std::span<const double> replications) {
  Spread spread;
  if (replications.empty()) return spread;
  const auto n = static_cast<double>(replications.size());
  spread.mean = std::accumulate(replications.begin(), replications.end(), 0.0) / n;
  if (replications.size() == 1) return spread;
  const double error = std::sqrt(variance(replications) / n);
  spread.half_width = t_quantile(static_cast<int>(n) - 1) * error;
  return spread;
}

} // namespace tiltak::compare
