// Displacement comes out of matching and vacancies; it is not put in. A measure makes some of the
// unemployed better at finding jobs, for ever; world none has no measure, world frozen has it with
// the market of world none. Worlds share their luck. What the extra jobs of frozen are fewer in
// policy was displaced.
#include <array>
#include <cmath>

#include <doctest/doctest.h>

#include <tiltak/engine/simulation.hpp>

#include "two_states.hpp"

using namespace tiltak;

namespace {

enum Worlds : std::size_t { policy, none, frozen };

// Sums over months of the three worlds.
struct Course : Recorder {
  explicit Course(int from_month, int to_month) : from(from_month), to(to_month) {}
  int from, to;
  std::array<double, 3> employed{}, hires{}, search{}, lambda{};
  double unemployed = 0, leavers = 0, filled = 0, vacancies = 0; // of world none
  int months = 0;

  void month(int m, std::size_t w, const WorldEngine& engine, Month) override {
    if (m < from || m >= to) return;
    const World& world = engine.world();
    const auto jobs = static_cast<double>(world.stock[index(Pair::full_none)]);
    const Segment& segment = engine.market().segments()[0];
    const auto& positions = engine.tally().positions[0];
    employed[w] += jobs;
    hires[w] += static_cast<double>(engine.tally().hires);
    search[w] += segment.search;
    lambda[w] += segment.lambda;
    if (w != none) return;
    ++months;
    unemployed += static_cast<double>(world.stock[index(Pair::none_unemployed)]);
    leavers += static_cast<double>(positions.leavers);
    filled += static_cast<double>(positions.hires);
    vacancies += segment.before;
  }

  double displaced(const std::array<double, 3>& x) const {
    return (x[frozen] - x[policy]) / (x[frozen] - x[none]);
  }
  double eps(double curvature) const { return std::pow(lambda[none] / months, curvature); }
  // The formula, at the rates that world none really had.
  double predicted(double curvature) const {
    return long_run_displacement(eps(curvature), leavers / employed[none], filled / unemployed,
                                 filled / vacancies);
  }
};

Course run(const Plan& plan, int from, int to, std::uint32_t replication = 0) {
  Course course(from, to);
  Simulation(plan, replication).run(course, silent());
  return course;
}

struct Mean {
  double sum = 0, squares = 0;
  int n = 0;
  void add(double x) { sum += x, squares += x * x, ++n; }
  double mean() const { return sum / n; }
  double error() const { return std::sqrt((squares / n - mean() * mean()) / (n - 1)); }
};

// Long-run displacement less the formula, over replications.
struct LongRun {
  Mean found, gap;
};

LongRun long_run(const TwoStates& economy, double persons, std::uint32_t replications) {
  LongRun result;
  const Plan plan = two_states(economy, persons, 240);
  for (std::uint32_t r = 0; r < replications; ++r) {
    const Course course = run(plan, 40, 240, r);
    result.found.add(course.displaced(course.employed));
    result.gap.add(course.displaced(course.employed) - course.predicted(economy.curvature));
  }
  MESSAGE("long run: " << result.found.mean() << " +- " << result.found.error()
                       << ", less the formula " << result.gap.mean());
  return result;
}

constexpr TwoStates slack{.lambda = 0.2}, normal{.lambda = 0.5, .curvature = 1.3},
    tight{.lambda = 0.85};

} // namespace

TEST_CASE("impact displacement is one less the elasticity of matches") {
  for (const TwoStates& market : {slack, normal, tight}) {
    TwoStates economy = market;
    economy.treated = 0.1;
    const Course course = run(two_states(economy, 50'000, 4), 1, 2);
    REQUIRE(course.months == 1);
    const double direct = course.lambda[none] * (course.search[policy] - course.search[none]);
    const double all =
        course.lambda[policy] * course.search[policy] - course.lambda[none] * course.search[none];
    REQUIRE(direct > 0);
    // The perturbation is a hundredth of search, so the elasticity moves by about as much.
    CHECK(1 - all / direct == doctest::Approx(1 - course.eps(market.curvature)).epsilon(0.02));
  }
}

TEST_CASE("persons really hired are displaced as the matching function says") {
  for (TwoStates economy : {slack, normal, tight}) {
    economy.push = 0.7; // twice the search: no small change, so the expectation is a difference
    Mean gap;
    for (std::uint32_t r = 0; r < 8; ++r) {
      const Course course = run(two_states(economy, 60'000, 3), 1, 2, r);
      const double direct = course.lambda[none] * (course.search[policy] - course.search[none]);
      const double all =
          course.lambda[policy] * course.search[policy] - course.lambda[none] * course.search[none];
      gap.add(course.displaced(course.hires) - (1 - all / direct));
    }
    // Hazards become probabilities, which takes up to 0.03 from either hire. Four standard errors:
    // a false alarm in 200 seeds with 7 degrees of freedom.
    MESSAGE("hires: " << gap.mean() << " +- " << gap.error());
    CHECK(std::abs(gap.mean()) < 0.03 + 4 * gap.error());
    CHECK(gap.error() < 0.02);
  }
}

TEST_CASE("long-run displacement is the formula in slack and normal and tight markets") {
  for (const TwoStates& market : {slack, normal, tight}) {
    const LongRun result = long_run(market, 50'000, 4);
    CHECK(std::abs(result.gap.mean()) < 0.02);
    CHECK(result.gap.error() < 0.01);
  }
}

TEST_CASE("demand that follows supply leaves nobody displaced") {
  for (TwoStates economy : {slack, normal, tight}) {
    economy.response = 1;
    CHECK(std::abs(long_run(economy, 50'000, 4).found.mean()) < 0.04);
  }
}

TEST_CASE("displacement does not depend on the scale of the population") {
  const LongRun large = long_run(normal, 50'000, 3), small = long_run(normal, 5'000, 30);
  const double error = std::hypot(large.found.error(), small.found.error());
  CHECK(std::abs(large.found.mean() - small.found.mean()) < 4 * error);
  CHECK(error < 0.015);
}
