#include <tiltak/core/exact.hpp>

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

namespace tiltak::exact {
namespace {

// ln 2 in two parts; the first has 32 trailing zero bits, so k * ln2_high is exact for |k| < 2^11.
constexpr double ln2_high = 0x1.62e42feep-1;
constexpr double ln2_low = 0x1.a39ef35793c76p-33;
constexpr double inverse_ln2 = 0x1.71547652b82fep0;

double power_of_two(int k) { // 2^k for -1022 <= k <= 1023
  return std::bit_cast<double>(static_cast<std::uint64_t>(k + 1023) << 52);
}

double times_power_of_two(double x, int k) {
  if (k > 1023) return x * power_of_two(1023) * power_of_two(k - 1023);
  if (k < -1022) return x * power_of_two(-1022 + 60) * power_of_two(k + 1022 - 60);
  return x * power_of_two(k);
}

// exp(high + low) - 1 for |high| <= 0.5, Taylor to x^14 (remainder below 2^-54 of the result).
double expm1_small(double high, double low) {
  constexpr double c[] = {1.0 / 2,
                          1.0 / 6,
                          1.0 / 24,
                          1.0 / 120,
                          1.0 / 720,
                          1.0 / 5040,
                          1.0 / 40320,
                          1.0 / 362880,
                          1.0 / 3628800,
                          1.0 / 39916800,
                          1.0 / 479001600,
                          1.0 / 6227020800.0,
                          1.0 / 87178291200.0};
  const double r = high;
  double tail = c[12];
  for (int i = 11; i >= 0; --i) tail = tail * r + c[i];
  // exp(r + low) - 1 = r + (r^2 tail + low + r low), the parenthesis small beside r.
  return r + (r * r * tail + (low + r * low));
}

struct Reduced {
  int k;
  double high, low;
};

Reduced reduce(double x) { // x = k ln 2 + high + low
  const double scaled = x * inverse_ln2;
  const int k = static_cast<int>(scaled + (scaled < 0 ? -0.5 : 0.5));
  const double kd = k;
  const double high = x - kd * ln2_high;
  const double r = high - kd * ln2_low;
  return {k, r, (high - r) - kd * ln2_low};
}

} // namespace

double exp(double x) {
  if (!(x == x)) return x;
  if (x > 709.782712893384) return std::numeric_limits<double>::infinity();
  if (x < -745.1332191019412) return 0.0;
  const auto [k, high, low] = reduce(x);
  return times_power_of_two(1.0 + expm1_small(high, low), k);
}

double expm1(double x) {
  if (!(x == x)) return x;
  if (x > -0.35 && x < 0.35) return expm1_small(x, 0.0);
  if (x > -1 && x < 1) { // exp(x) - 1 would cancel: (e^h - 1)(e^h + 1) with h = x / 2
    const double half = expm1_small(x / 2, 0.0);
    return half * (half + 2.0);
  }
  if (x < -40) return -1.0;
  return exp(x) - 1.0;
}

double log(double x) {
  if (!(x == x) || x < 0) return std::numeric_limits<double>::quiet_NaN();
  if (x == 0) return -std::numeric_limits<double>::infinity();
  if (x == std::numeric_limits<double>::infinity()) return x;
  int k = 0;
  if (x < std::numeric_limits<double>::min()) {
    x *= 0x1p54;
    k -= 54;
  }
  auto bits = std::bit_cast<std::uint64_t>(x);
  k += static_cast<int>(bits >> 52) - 1023;
  bits = (bits & 0x000fffffffffffffULL) | 0x3ff0000000000000ULL;
  double m = std::bit_cast<double>(bits); // [1, 2)
  if (m > 1.4142135623730951) {
    m *= 0.5;
    ++k;
  }
  // log m = 2 atanh(s) with s = f / (2 + f), |s| < 0.1716; written as f - s (f - R) so that the
  // leading term is exact. Series to s^22: remainder below 2^-58.
  const double f = m - 1.0;
  const double s = f / (2.0 + f);
  const double z = s * s;
  constexpr double c[] = {2.0 / 3,  2.0 / 5,  2.0 / 7,  2.0 / 9,  2.0 / 11,
                          2.0 / 13, 2.0 / 15, 2.0 / 17, 2.0 / 19, 2.0 / 21};
  double series = c[9];
  for (int i = 8; i >= 0; --i) series = series * z + c[i];
  const double r = series * z;
  const double half_f2 = 0.5 * f * f;
  const double kd = k;
  // log(1+f) = f - f^2/2 + s (f^2/2 + r)
  return kd * ln2_high - ((half_f2 - (s * (half_f2 + r) + kd * ln2_low)) - f);
}

double log1p(double x) {
  if (!(x == x)) return x;
  const double y = 1.0 + x;
  if (y == 1.0) return x;
  if (y == std::numeric_limits<double>::infinity()) return y;
  return log(y) * (x / (y - 1.0)); // Kahan's correction for what 1 + x lost
}

double pow(double x, double y) { return y == 0 ? 1.0 : exp(y * log(x)); }

} // namespace tiltak::exact
