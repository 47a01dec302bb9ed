#include <bit>
#include <cmath>
#include <cstdint>
#include <doctest/doctest.h>
#include <limits>
#include <tiltak/core/draw.hpp>
#include <tiltak/core/exact.hpp>

using namespace tiltak;

namespace {

// Distance in units in the last place from a long double reference.
double ulps(double got, long double want) {
  const double rounded = static_cast<double>(want);
  if (std::isinf(rounded) || rounded == 0) return got == rounded ? 0 : 1e9;
  const double ulp = std::abs(std::nextafter(rounded, 2 * rounded) - rounded);
  const long double error = static_cast<long double>(got) - want;
  return static_cast<double>(std::abs(error / static_cast<long double>(ulp)));
}

double uniform(std::uint32_t i) { return Draws{5, 0}.uniform(PersonId{i}, 0, Purpose::resample); }

} // namespace

TEST_CASE("exp and log are within one ulp") {
  double worst_exp = 0, worst_log = 0;
  for (std::uint32_t i = 0; i < 200'000; ++i) {
    const double x = -700 + 1400 * uniform(i);
    worst_exp = std::max(worst_exp, ulps(exact::exp(x), std::exp(static_cast<long double>(x))));
    const double y = exact::exp(x);
    worst_log = std::max(worst_log, ulps(exact::log(y), std::log(static_cast<long double>(y))));
    const double near_one = 0.5 + uniform(i);
    const auto wide = static_cast<long double>(near_one);
    worst_log = std::max(worst_log, ulps(exact::log(near_one), std::log(wide)));
  }
  CHECK(worst_exp < 1.0);
  CHECK(worst_log < 1.0);
}

TEST_CASE("expm1 and log1p keep small arguments") {
  double worst_expm1 = 0, worst_log1p = 0;
  for (std::uint32_t i = 0; i < 200'000; ++i) {
    const double x = exact::exp(-40 + 41 * uniform(i));
    for (double s : {x, -x}) {
      const auto wide = static_cast<long double>(s);
      worst_expm1 = std::max(worst_expm1, ulps(exact::expm1(s), std::expm1(wide)));
      if (s > -1) worst_log1p = std::max(worst_log1p, ulps(exact::log1p(s), std::log1p(wide)));
    }
  }
  CHECK(worst_expm1 < 3.0);
  CHECK(worst_log1p < 3.0);
}

TEST_CASE("special values") {
  const double inf = std::numeric_limits<double>::infinity();
  CHECK(exact::exp(0) == 1);
  CHECK(exact::exp(-inf) == 0);
  CHECK(exact::exp(inf) == inf);
  CHECK(exact::log(1) == 0);
  CHECK(exact::log(0) == -inf);
  CHECK(std::isnan(exact::log(-1)));
  CHECK(std::isnan(exact::exp(std::nan(""))));
  CHECK(exact::expm1(0) == 0);
  CHECK(exact::pow(2, 10) == doctest::Approx(1024).epsilon(1e-15));
}

TEST_CASE("the bits are these on every machine") {
  // Golden sum of bit patterns: changes if a compiler fuses or reorders.
  std::uint64_t sum = 0;
  for (std::uint32_t i = 0; i < 10'000; ++i) {
    const double x = -20 + 40 * uniform(i);
    sum = sum * 31 + std::bit_cast<std::uint64_t>(exact::exp(x));
    sum = sum * 31 + std::bit_cast<std::uint64_t>(exact::log(uniform(i)));
    sum = sum * 31 + std::bit_cast<std::uint64_t>(exact::expm1(-uniform(i)));
  }
  CHECK(sum == 17729384735054268762ull);
}
