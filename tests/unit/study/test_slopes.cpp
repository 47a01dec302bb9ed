// What is noise among slopes is told from what is not.
#include <doctest/doctest.h>

#include <cmath>

#include <tiltak/core/draw.hpp>
#include <tiltak/study/slopes.hpp>

namespace tiltak::study {
namespace {

// A normal draw: the sum of twelve uniforms less six (Central limit; tails do not matter here).
double normal(std::uint32_t who) {
  const Draws draws(7, 0);
  double sum = -6;
  for (int k = 0; k < 12; ++k) sum += draws.uniform(PersonId{who}, k, Purpose::resample);
  return sum;
}

TEST_CASE("slopes that are noise go to zero, others nearly stay") {
  constexpr Eigen::Index targets = 90, parameters = 180, each = 5; // that matter to a target
  Slopes slopes{Matrix::Zero(targets, parameters), 0};
  std::uint32_t who = 0;
  for (Eigen::Index i = 0; i < targets; ++i)
    for (Eigen::Index k = 0; k < parameters; ++k)
      slopes.of_targets(i, k) =
          0.1 * normal(who++) + ((i + k) % (parameters / each) == 0 ? 1.0 : 0.0);
  const Slopes shrunk = without_noise(slopes);
  double error_before = 0, error_after = 0;
  int kept = 0;
  for (Eigen::Index i = 0; i < targets; ++i)
    for (Eigen::Index k = 0; k < parameters; ++k) {
      const bool matters = (i + k) % (parameters / each) == 0;
      const double truth = matters ? 1.0 : 0.0;
      error_before += std::pow(slopes.of_targets(i, k) - truth, 2);
      error_after += std::pow(shrunk.of_targets(i, k) - truth, 2);
      if (!matters) kept += shrunk.of_targets(i, k) != 0;
      if (matters) CHECK(shrunk.of_targets(i, k) == doctest::Approx(truth).epsilon(0.5));
    }
  CHECK(error_after < 0.3 * error_before);
  // 13.4 % of normal draws are beyond 1.5 standard deviations
  CHECK(kept < 0.16 * static_cast<double>(targets * parameters));
  CHECK(shrunk.noise == 0);
}

TEST_CASE("few slopes stay as they are") {
  const Slopes slopes{Matrix::Random(10, 5), 0.3};
  const Slopes same = without_noise(slopes);
  CHECK(same.of_targets == slopes.of_targets);
  CHECK(same.noise == slopes.noise);
}

TEST_CASE("without slopes the curvature is that of the priors") {
  CHECK(curvature({Matrix::Zero(4, 3), 0.5}).isIdentity(1e-12));
}

} // namespace
} // namespace tiltak::study
