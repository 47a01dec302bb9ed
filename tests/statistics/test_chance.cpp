// The yardstick itself, against printed tables.
#include <doctest/doctest.h>

#include "chance.hpp"

using namespace tiltak::chance;

TEST_CASE("tails are those of the tables") {
  // Abramowitz and Stegun, tables 26.8 (chi-square) and 26.1 (normal).
  CHECK(chi_square_tail(3.841459, 1) == doctest::Approx(0.05).epsilon(1e-5));
  CHECK(chi_square_tail(18.307, 10) == doctest::Approx(0.05).epsilon(1e-4));
  CHECK(chi_square_tail(2.5582, 10) == doctest::Approx(0.99).epsilon(1e-4));
  CHECK(chi_square_tail(149.449, 100) == doctest::Approx(0.001).epsilon(1e-3));
  CHECK(normal_two_sided(1.959964) == doctest::Approx(0.05).epsilon(1e-6));
  CHECK(normal_two_sided(-5.326724) == doctest::Approx(1e-7).epsilon(1e-4));
  CHECK(z_of(60, 100, 0.5) == doctest::Approx(2));
}

TEST_CASE("a check that is off is seen") {
  CHECK(plausible(0.5));
  CHECK(plausible(2e-7));
  CHECK_FALSE(plausible(5e-8));
  CHECK_FALSE(plausible(normal_two_sided(5.5)));
}
