// Draws of the parameters have the mean and the spread they are drawn from, inside their bounds.
#include <doctest/doctest.h>

#include <cmath>

#include <tiltak/scenario/draws_file.hpp>
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

TEST_CASE(
    "draws are written as the file that parameters.draws takes and read back to the same bits") {
  const auto draws = draw_parameters(two_parameters(), 3, 5);
  Diagnostics diagnostics;
  const auto source = std::make_shared<const scenario::Source>("draws.csv", to_csv(draws));
  const auto read = scenario::read_draws(source, diagnostics);
  REQUIRE_MESSAGE(diagnostics.empty(), to_string(diagnostics));
  REQUIRE(read.size() == 3);
  for (std::size_t d = 0; d < 3; ++d)
    for (std::size_t k = 0; k < 2; ++k) {
      CHECK(read[d][k].name == draws.names[k]);
      CHECK(read[d][k].value == draws.draws[d][k]);
    }
}

TEST_CASE("draws of the prior forget the estimate") {
  Estimate estimate = two_parameters();
  estimate.parameters.entries[0].prior = -3;
  estimate.parameters.entries[1].prior = 0.4;
  const Estimate prior = prior_of(estimate);
  CHECK(prior.parameters.entries[0].value == -3);
  CHECK(prior.parameters.entries[1].value == 0.4);
  CHECK(prior.covariance == std::vector<std::vector<double>>{{1, 0}, {0, 1}});
}

} // namespace
} // namespace tiltak::study
