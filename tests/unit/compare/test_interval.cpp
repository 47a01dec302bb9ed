// Intervals against values of Student's t from printed tables (Abramowitz and Stegun, table 26.10).
#include <array>
#include <cmath>

#include <doctest/doctest.h>

#include <tiltak/compare/interval.hpp>

using namespace tiltak::compare;

TEST_CASE("percentiles of Student's t") {
  CHECK(t_quantile(1) == doctest::Approx(12.706));
  CHECK(std::abs(t_quantile(11) - 2.201) < 0.001);
  CHECK(std::abs(t_quantile(20) - 2.086) < 0.001);
  CHECK(std::abs(t_quantile(30) - 2.042) < 0.001);
  CHECK(std::abs(t_quantile(120) - 1.980) < 0.001);
  CHECK(std::isinf(t_quantile(0)));
}

TEST_CASE("mean and interval of replications") {
  const std::array<double, 4> values{1, 2, 3, 4};
  const Spread spread = spread_of(values);
  CHECK(spread.mean == doctest::Approx(2.5));
  // standard deviation sqrt(5/3), standard error half of it, three degrees of freedom
  CHECK(spread.half_width.value() == doctest::Approx(3.182 * std::sqrt(5.0 / 3) / 2));
  CHECK_FALSE(spread_of(std::array<double, 1>{7}).half_width.has_value());
  CHECK(spread_of(std::array<double, 1>{7}).mean == 7);
}
