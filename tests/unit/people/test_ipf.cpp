#include <cmath>
#include <numeric>
#include <stdexcept>

#include <doctest/doctest.h>

#include <tiltak/people/ipf.hpp>

using namespace tiltak;

TEST_CASE("two margins and an even seed give the product") {
  const auto fitted = fit_margins({2, 3}, {{"rows", {0}, {40, 60}}, {"columns", {1}, {20, 30, 50}}},
                                  std::vector<double>(6, 1.0));
  const std::vector<double> product{8, 12, 20, 12, 18, 30};
  for (std::size_t c = 0; c < product.size(); ++c)
    CHECK(fitted.cells[c] == doctest::Approx(product[c]).epsilon(1e-12));
}

TEST_CASE("the odds ratio of the seed is kept and the margins are met") {
  const auto fitted =
      fit_margins({2, 2}, {{"rows", {0}, {70, 30}}, {"columns", {1}, {45, 55}}}, {4, 1, 1, 2});
  const auto& c = fitted.cells;
  CHECK(c[0] * c[3] / (c[1] * c[2]) == doctest::Approx(8.0).epsilon(1e-9));
  CHECK(c[0] + c[1] == doctest::Approx(70).epsilon(1e-10));
  CHECK(c[0] + c[2] == doctest::Approx(45).epsilon(1e-10));
  CHECK(fitted.largest_gap < 1e-12);
}

TEST_CASE("margins over two dimensions are met as well") {
  const std::vector<double> pairs{10, 20, 30, 40};
  const auto fitted = fit_margins({2, 2, 2}, {{"pairs", {0, 2}, pairs}, {"middle", {1}, {25, 75}}},
                                  std::vector<double>(8, 1.0));
  for (std::size_t a = 0; a < 2; ++a)
    for (std::size_t b = 0; b < 2; ++b)
      CHECK(fitted.cells[a * 4 + b] + fitted.cells[a * 4 + 2 + b] ==
            doctest::Approx(pairs[a * 2 + b]));
}

TEST_CASE("what cannot be met is refused") {
  CHECK_THROWS_AS(fit_margins({2}, {{"a", {0}, {1, 1}}}, {1, 0}), std::invalid_argument);
  CHECK_THROWS_AS(fit_margins({2}, {{"a", {0}, {1, 1, 1}}}, {1, 1}), std::invalid_argument);
  CHECK_THROWS_AS(fit_margins({2}, {{"a", {1}, {1, 1}}}, {1, 1}), std::invalid_argument);
}
