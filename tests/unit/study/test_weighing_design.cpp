// The pattern of the designs: any two columns are orthogonal.
#include <doctest/doctest.h>

#include <tiltak/study/weighing_design.hpp>

namespace tiltak::study {
namespace {

TEST_CASE("columns of a weighing design are orthogonal") {
  for (const std::size_t columns : {1u, 4u, 5u, 9u, 30u, 95u, 120u}) {
    CAPTURE(columns);
    const WeighingDesign design(columns);
    const std::size_t n = design.order();
    REQUIRE(n >= columns);
    for (std::size_t a = 0; a < n; ++a)
      for (std::size_t b = a; b < n; ++b) {
        int product = 0;
        for (std::size_t row = 0; row < n; ++row)
          product += design.sign(row, a) * design.sign(row, b);
        REQUIRE(product == (a == b ? static_cast<int>(n) : 0));
      }
  }
}

TEST_CASE("orders are the smallest of Paley's that have the columns") {
  CHECK(WeighingDesign(4).order() == 4);
  CHECK(WeighingDesign(5).order() == 8);
  CHECK(WeighingDesign(13).order() == 20); // 15 is no prime
  CHECK(WeighingDesign(100).order() == 104);
}

} // namespace
} // namespace tiltak::study
