#include "chance.hpp"

#include <cmath>
#include <limits>

namespace tiltak::chance {
namespace {

int count = 0;

// Lower part, by its series.
double below(double a, double x) {
  double term = 1 / a, sum = term;
  for (double n = a + 1; term > sum * 1e-16; ++n) sum += term *= x / n;
  return sum * std::exp(-x + a * std::log(x) - std::lgamma(a));
}

// Upper part, by Lentz's evaluation of the continued fraction.
double above(double a, double x) {
  constexpr double tiny = 1e-300;
  double b = x + 1 - a, c = 1 / tiny, d = 1 / b, h = d;
  for (int i = 1; i < 10'000; ++i) {
    const double an = -i * (i - a);
    b += 2;
    d = an * d + b;
    c = b + an / c;
    d = 1 / (std::abs(d) < tiny ? tiny : d);
    const double step = d * (std::abs(c) < tiny ? tiny : c);
    h *= step;
    if (std::abs(step - 1) < 1e-15) break;
  }
  return h * std::exp(-x + a * std::log(x) - std::lgamma(a));
}

} // namespace

bool plausible(double p_value) {
  ++count;
  return p_value >= alarm && p_value <= 1;
}

int checks() { return count; }

double chi_square_tail(double x, double degrees_of_freedom) {
  if (x <= 0) return 1;
  const double a = degrees_of_freedom / 2;
  return x / 2 < a + 1 ? 1 - below(a, x / 2) : above(a, x / 2);
}

double normal_two_sided(double z) { return std::erfc(std::abs(z) / std::sqrt(2.0)); }

double z_of(std::int64_t successes, double trials, double p) {
  return (static_cast<double>(successes) - trials * p) / std::sqrt(trials * p * (1 - p));
}

} // namespace tiltak::chance
