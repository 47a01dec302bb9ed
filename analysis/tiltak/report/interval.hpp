// The mean over replications and how sure it is.
#pragma once

#include <optional>
#include <span>

namespace tiltak::report {

// Mean and 95 % interval by Student's t of independent replications; one replication has no
// interval, none has no mean.
struct Spread {
  double mean = 0;
  std::optional<double> half_width;
};
Spread spread_of(std::span<const double> replications);

// The 97.5th percentile of Student's t. Errors below 0.001 (table for few degrees of freedom, the
// expansion of Abramowitz and Stegun 26.7.5 beyond).
double t_quantile(int degrees_of_freedom);

} // namespace tiltak::report
