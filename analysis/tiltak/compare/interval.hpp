// The mean over replications and how sure it is.
#pragma once

#include <optional>
#include <span>

namespace tiltak::compare {

// Mean and 95 % interval by Student's t of independent replications; one replication has no
// interval, none has no mean.
struct Spread {
  double mean = 0;
  std::optional<double> half_width;
};
Spread spread_of(std::span<const double> replications);

// How a figure varies, as standard deviations: from seed to seed with the parameters held, and from
// draw to draw of the parameters beyond that (components of variance; the second is 0 where draws
// vary no more than their seeds make them). `values` are by seed, then draw, as many draws for each.
struct Sources {
  double seed = 0, parameters = 0;
};
Sources sources_of(std::span<const double> values, std::size_t draws);

// Sample variance; 0 of fewer than two.
double variance(std::span<const double> values);

// What shared luck saves: replications that two worlds with luck of their own would need for the
// interval that one replication of coupled worlds gives, (Var policy + Var other) / Var difference.
// NaN below two replications; infinite when the differences do not vary. Its own error is large:
// with n replications log of it has a standard error of about 2 / sqrt(n).
double variance_ratio(std::span<const double> policy, std::span<const double> other);

// The 97.5th percentile of Student's t. Errors below 0.001 (table for few degrees of freedom, the
// expansion of Abramowitz and Stegun 26.7.5 beyond).
double t_quantile(int degrees_of_freedom);

} // namespace tiltak::compare
