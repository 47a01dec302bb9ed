#include <tiltak/sequence/costs.hpp>

#include <algorithm>

namespace tiltak::sequence {
namespace {

// Fills the off-diagonal with cost(a, b), and with `missing` where one of them is the missing
// value.
template <class Cost> Costs filled(const Sequences& rows, double missing, const Cost& cost) {
  const std::size_t n = rows.states();
  Costs costs{n, std::vector<double>(n * n, 0.0), 1.0};
  for (std::size_t a = 0; a < n; ++a)
    for (std::size_t b = 0; b < n; ++b) {
      const bool has_missing = rows.has_missing && std::max(a, b) + 1 == n;
      if (a != b)
        costs.substitution[a * n + b] = has_missing ? missing : cost(a, b);
    }
  return costs;
}

Costs by_rule(const Sequences& rows, const DistanceOptions& options) {
  if (options.costs == CostRule::given)
    return {rows.states(), options.given, 1.0};
  if (options.costs == CostRule::constant) {
    const double cost = options.measure == Measure::hamming ? 1.0 : 2.0;
    return filled(rows, cost, [&](std::size_t, std::size_t) { return cost; });
  }
  const Rates p = transition_rates(rows);
  return filled(rows, 2.0, [&](std::size_t a, std::size_t b) {
    return 2.0 - p(std::min(a, b), std::max(a, b)) - p(std::max(a, b), std::min(a, b));
  });
}

} // namespace

double Costs::highest() const {
  return substitution.empty() ? 0.0 : *std::max_element(substitution.begin(), substitution.end());
}

Costs costs_for(const Sequences& rows, const DistanceOptions& options) {
  Costs costs = by_rule(rows, options);
  costs.indel = options.indel.value_or(costs.highest() / 2);
  return costs;
}

std::vector<Costs> costs_by_month(const Sequences& rows) {
  const std::vector<Rates> p = transition_rates_by_month(rows);
  std::vector<Costs> all;
  for (std::size_t t = 0; t < rows.positions; ++t) {
    const bool first = t == 0;
    const bool last = t + 1 == rows.positions;
    all.push_back(filled(rows, 4.0, [&](std::size_t a, std::size_t b) {
      double into = 0, out = 0;
      if (!first)
        into = p[t - 1](a, b) + p[t - 1](b, a);
      if (!last)
        out = p[t](a, b) + p[t](b, a);
      const double ends = first || last ? 2.0 : 1.0;
      return std::max(0.0, 4.0 - ends * (into + out));
    }));
  }
  return all;
}

} // namespace tiltak::sequence
