#include <memory>
#include <vector>

#include <doctest/doctest.h>

#include <tiltak/engine/needs.hpp>

#include "small_plan.hpp"

using namespace tiltak;

namespace {

Plan coupled(double persons) {
  Plan plan = small_plan(persons, 36);
  plan.evaluation = {Contrast::none, plan.start + 3, 6, 12};
  return plan;
}

double bytes(const Plan& plan) { return static_cast<double>(needs(plan, false).bytes); }

} // namespace

TEST_CASE("every world has its columns of everybody") {
  Plan plan = small_plan(300'000, 36);
  plan.population.given = std::make_shared<const std::vector<GivenPerson>>(); // nobody else comes
  plan.evaluation.contrast = Contrast::policy_alone;
  const double one = bytes(plan);
  plan.population.persons *= 2;
  const double a_person = (bytes(plan) - one) / 300'000;
  const PersonBytes of = person_bytes();
  CHECK(a_person > static_cast<double>(of.shared + of.world));
  CHECK(a_person < 1.5 * static_cast<double>(of.shared + of.world));
}

TEST_CASE("tables of their own come with each block of persons up to eight") {
  const auto slope = [](double from, double to) {
    Plan less = coupled(from), more = coupled(to);
    // So many months of accounts that they are what matters after the worlds have parted.
    less.evaluation.tail = more.evaluation.tail = 1200;
    return (bytes(more) - bytes(less)) / (to - from);
  };
  const double below = slope(10'000, 40'000), between = slope(150'000, 300'000);
  CHECK(between > 1.05 * below); // one block at 65,536 persons or fewer
  CHECK(slope(700'000, 900'000) == doctest::Approx(below).epsilon(0.001));
}

TEST_CASE("seconds are those of the months and worlds that are gone through") {
  PersonTimes times{.made = 0, .month = 10, .world = 0, .accounted = 0, .recorded = 0};
  Plan plan = coupled(100'000); // 24 months of burn-in and 36
  plan.replications = 2;
  const auto seconds = [&] { return needs(plan, true, times).core_seconds; };
  CHECK(seconds() == doctest::Approx(1e-9 * 100'000 * 10 * 60 * 2));
  times = {.made = 100, .month = 0, .world = 0, .accounted = 0, .recorded = 0};
  CHECK(seconds() == doctest::Approx(1e-9 * 100'000 * 100 * 2));
  times = {.made = 0, .month = 0, .world = 10, .accounted = 0, .recorded = 0};
  CHECK(seconds() == doctest::Approx(1e-9 * 100'000 * 10 * (27 + 33 * 3) * 2)); // parted at 27
  times = {.made = 0, .month = 0, .world = 0, .accounted = 10, .recorded = 0};
  CHECK(seconds() == doctest::Approx(1e-9 * 100'000 * 10 * (6 + 12) * 2));
}
