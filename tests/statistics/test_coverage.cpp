// 95 % intervals contain the truth in 95 % of experiments.
#include <cmath>
#include <vector>

#include <doctest/doctest.h>

#include <tiltak/compare/interval.hpp>
#include <tiltak/core/draw.hpp>

#include "chance.hpp"

using namespace tiltak;
using namespace tiltak::chance;

namespace {

constexpr double pi = 3.14159265358979323846;
constexpr std::uint32_t experiments = 1000;

// The r-th draw of an experiment.
double uniform(std::uint32_t experiment, std::uint32_t r) {
  static const Draws draws(2014, 0);
  return draws.uniform(PersonId{experiment}, static_cast<std::int32_t>(r), Purpose::resample);
}

double normal(std::uint32_t experiment, std::uint32_t r) { // Box and Muller
  return std::sqrt(-2 * std::log(uniform(experiment, 2 * r))) *
         std::cos(2 * pi * uniform(experiment, 2 * r + 1));
}

// In how many of the experiments the interval of n replications with this truth contains it.
template <class Value> std::int64_t covered(std::uint32_t n, double truth, const Value& value) {
  std::int64_t count = 0;
  for (std::uint32_t e = 0; e < experiments; ++e) {
    std::vector<double> replications;
    for (std::uint32_t r = 0; r < n; ++r) replications.push_back(value(e, r));
    const compare::Spread spread = compare::spread_of(replications);
    REQUIRE(spread.half_width.has_value());
    count += std::abs(spread.mean - truth) <= *spread.half_width;
  }
  return count;
}

} // namespace

TEST_CASE("95 per cent intervals contain the truth in 93 to 97 per cent of experiments") {
  // Of 1000: sd 6.9, so that a right interval is outside 930..970 for 0.4 % of seeds.
  const std::int64_t count =
      covered(12, 100, [](auto e, auto r) { return 100 + 30 * normal(e, r); });
  MESSAGE("contained in ", count, " of 1000");
  CHECK(count >= 930);
  CHECK(count <= 970);
}

TEST_CASE("so they do for few and many replications") {
  for (const std::uint32_t n : {2u, 3u, 5u, 20u, 60u}) {
    CAPTURE(n);
    const std::int64_t count = covered(n, 0, normal);
    CAPTURE(count);
    CHECK(plausible(normal_two_sided(z_of(count, experiments, 0.95))));
  }
}

TEST_CASE("so they do for differences of counts") {
  // Job-years gained: of 400 persons each has one with 5 %, with a measure 7 %, with the same luck.
  const auto difference = [](std::uint32_t e, std::uint32_t r) {
    int gained = 0;
    for (std::uint32_t p = 0; p < 400; ++p) {
      const double u = uniform(e, 1000 + 400 * r + p);
      gained += (u < 0.07) - (u < 0.05);
    }
    return static_cast<double>(gained);
  };
  const std::int64_t count = covered(12, 8, difference);
  CAPTURE(count);
  CHECK(plausible(normal_two_sided(z_of(count, experiments, 0.95))));
}

TEST_CASE("an interval that is too narrow would be seen") {
  // With 1.96 of the normal in place of 3.18 of t, four replications cover 85.5 %.
  std::int64_t count = 0;
  for (std::uint32_t e = 0; e < experiments; ++e) {
    std::vector<double> values;
    for (std::uint32_t r = 0; r < 4; ++r) values.push_back(normal(e, r));
    const compare::Spread spread = compare::spread_of(values);
    count += std::abs(spread.mean) <= *spread.half_width * 1.96 / compare::t_quantile(3);
  }
  CHECK(normal_two_sided(z_of(count, experiments, 0.95)) < chance::alarm);
}
