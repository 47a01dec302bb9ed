#include <tiltak/scenario/cycle_path.hpp>

#include <algorithm>
#include <array>

#include <tiltak/core/diagnostic.hpp>

namespace tiltak::scenario {
namespace {

// sin(2 pi x) from its Taylor series after reduction to [-1/4, 1/4]: the same bits everywhere.
double sine_of_turns(double x) {
  x -= static_cast<double>(static_cast<std::int64_t>(x));
  if (x < 0) x += 1;
  if (x > 0.5) return -sine_of_turns(x - 0.5);
  if (x > 0.25) x = 0.5 - x;
  const double a = 6.283185307179586 * x, z = a * a;
  double term = a, sum = a;
  for (int k = 1; k < 12; ++k) {
    term *= -z / ((2.0 * k) * (2.0 * k + 1));
    sum += term;
  }
  return sum;
}

double shock(int since, double fall, double recovery) {
  if (since < 0) return 0;
  if (since < fall) return -since / fall;
  return -std::max(0.0, 1 - (since - fall) / recovery);
}

} // namespace

std::vector<double> demand_path(const Values& values, Month first, int months) {
  const std::string& kind = values.choice("cycle.kind");
  std::vector<double> demand(static_cast<std::size_t>(months), 1.0);
  if (kind == "constant") return demand;
  const double amplitude = values.real("cycle.amplitude");
  const Month start = values.month("horizon.start");
  const auto phase = static_cast<double>(values.integer("cycle.phase_months"));
  for (int m = 0; m < months; ++m) {
    const int into = first + m - start;
    if (into < 0) continue;
    double gap = 0;
    if (kind == "sinusoid")
      gap = sine_of_turns((into + phase) /
                          static_cast<double>(values.integer("cycle.period_months")));
    else if (kind == "shock")
      gap = shock(first + m - values.month("cycle.shock_start"),
                  static_cast<double>(values.integer("cycle.fall_months")),
                  static_cast<double>(values.integer("cycle.recovery_months")));
    else
      throw InputError(values.origin("cycle.kind"), "the cycle '" + kind + "' is not built yet",
                       "constant, sinusoid, shock");
    demand[static_cast<std::size_t>(m)] = 1 + amplitude * gap;
  }
  return demand;
}

} // namespace tiltak::scenario
