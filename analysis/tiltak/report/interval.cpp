#include <tiltak/report/interval.hpp>

#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace tiltak::report {

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

Spread spread_of(std::span<const double> replications) {
  Spread spread;
  if (replications.empty()) return spread;
  const auto n = static_cast<double>(replications.size());
  spread.mean = std::accumulate(replications.begin(), replications.end(), 0.0) / n;
  if (replications.size() == 1) return spread;
  double squares = 0;
  for (const double value : replications) squares += (value - spread.mean) * (value - spread.mean);
  const double error = std::sqrt(squares / (n - 1) / n);
  spread.half_width = t_quantile(static_cast<int>(n) - 1) * error;
  return spread;
}

} // namespace tiltak::report
