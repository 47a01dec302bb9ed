// Draws of the parameters have the mean and the spread they are drawn from, inside their bounds.
#include <doctest/doctest.h>

#include <cmath>

#include <tiltak/study/posterior.hpp>

namespace tiltak::study {
namespace {

Estimate two_parameters() {
  Estimate estimate;
  scenario::ParameterEntry a, b;
  a.name = "a", a.value = 1, a.width = 0.5;
  b.name = "b", b.value = 0.2, b.width = 0.3, b.logarithmic = true;
  estimate.parameters.entries = {a, b};
  estimate.free = {0, 1};
  estimate.covariance = {{0.25, 0.1}, {0.1, 0.16}};
  return estimate;
}

// False alarms: each bound is five standard errors wide, about 1 in 300,000 for all six.
TEST_CASE("draws have the mean and covariance they are drawn from") {
  const Estimate estimate = two_parameters();
  constexpr std::size_t n = 4000;
  const auto draws = draw_parameters(estimate, n, 1);
  double sum_a = 0, sum_b = 0, aa = 0, bb = 0, ab = 0;
  for (const auto& draw : draws.draws) {
    const double a = (draw[0] - 1) / 0.5, b = std::log(draw[1] / 0.2) / 0.3;
    sum_a += a, sum_b += b, aa += a * a, bb += b * b, ab += a * b;
  }
  const double root = std::sqrt(static_cast<double>(n));
  CHECK(std::abs(sum_a / n) < 5 * 0.5 / root);
  CHECK(std::abs(sum_b / n) < 5 * 0.4 / root);
  CHECK(std::abs(aa / n - 0.25) < 5 * 0.25 * std::sqrt(2.0) / root);
  CHECK(std::abs(bb / n - 0.16) < 5 * 0.16 * std::sqrt(2.0) / root);
  CHECK(std::abs(ab / n - 0.1) < 5 * std::sqrt(0.25 * 0.16 + 0.01) / root);
}

TEST_CASE("draws stay inside the bounds and are the same for the same seed") {
  Estimate estimate = two_parameters();
  estimate.parameters.entries[0].low = 0.9;
  estimate.parameters.entries[0].high = 1.4;
  const auto draws = draw_parameters(estimate, 200, 7);
  std::size_t inside = 0;
  for (const auto& draw : draws.draws) inside += draw[0] > 0.9 && draw[0] < 1.4;
  CHECK(inside == 200);
  CHECK(draw_parameters(estimate, 200, 7).draws == draws.draws);
  CHECK(draw_parameters(estimate, 200, 8).draws != draws.draws);
}

TEST_CASE("a draw replaces the values of its parameters and complains of one that is not there") {
  Diagnostics diagnostics;
  const auto draws = draw_parameters(two_parameters(), 3, 5);
  scenario::ParameterFile file = two_parameters().parameters;
  apply_draw(draws, 4, file, diagnostics); // 4 modulo 3 is 1
  CHECK(diagnostics.empty());
  CHECK(file.entries[0].value == draws.draws[1][0]);
  CHECK(file.entries[1].value == draws.draws[1][1]);
  file.entries.pop_back();
  apply_draw(draws, 0, file, diagnostics);
  CHECK(diagnostics.size() == 1);
}

} // namespace
} // namespace tiltak::study
