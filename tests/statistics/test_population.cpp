// The synthetic population has the margins it was fitted to, and its draws have their shares.
#include <cmath>

#include <doctest/doctest.h>

#include <tiltak/people/synthesis.hpp>

#include "chance.hpp"
#include "small_plan.hpp"

using namespace tiltak;
using namespace tiltak::chance;

namespace {

constexpr double persons = 50'000;

People population() {
  const Plan plan = small_plan(persons, 36);
  return synthesise(plan.population, plan.start, 1, Draws(2014, 0));
}

// How many persons have each value.
template <class Value> std::vector<std::int64_t> counts(std::size_t values, const Value& value) {
  static const People people = population();
  std::vector<std::int64_t> count(values);
  for (std::size_t p = 0; p < people.size(); ++p)
    ++count[static_cast<std::size_t>(value(people, p))];
  return count;
}

void check_margin(const Margin& margin, const std::vector<std::int64_t>& count) {
  double total = 0;
  for (const double target : margin.target) total += target;
  REQUIRE(count.size() == margin.target.size());
  for (std::size_t k = 0; k < count.size(); ++k) {
    // Cells are rounded by largest remainder: each of the 800 cells is off by less than one person,
    // a margin of at most 400 of them by less than 400; in practice by a few.
    const double expected = persons * margin.target[k] / total;
    CAPTURE(margin.id);
    CAPTURE(k);
    CHECK(std::abs(static_cast<double>(count[k]) - expected) < 0.0005 * persons);
  }
}

} // namespace

TEST_CASE("the margins of the synthetic population are those it was fitted to") {
  const Plan plan = small_plan(persons, 36);
  const auto& margins = plan.population.margins;
  const auto value = [](auto read) {
    return [read](const People& a, std::size_t p) { return read(a, p); };
  };
  check_margin(margins[0], counts(sexes.size(), value([](auto& a, auto p) { return a.sex(p); })));
  check_margin(margins[1], counts(age_band_count, value([&](auto& a, auto p) {
                                    return age_band(a.age(p, plan.start));
                                  })));
  check_margin(margins[2],
               counts(origins.size(), value([](auto& a, auto p) { return a.origin(p); })));
  check_margin(margins[3],
               counts(educations.size(), value([](auto& a, auto p) { return a.education(p); })));
}

TEST_CASE("unobserved traits are drawn with their shares") {
  const Plan plan = small_plan(persons, 36);
  const auto count =
      counts(frailty_classes, [](const People& a, std::size_t p) { return a.frailty(p); });
  double x = 0;
  for (std::size_t f = 0; f < frailty_classes; ++f) {
    const double expected = persons * plan.population.frailty[f];
    x += std::pow(static_cast<double>(count[f]) - expected, 2) / expected;
  }
  CHECK(plausible(chi_square_tail(x, frailty_classes - 1)));
}

TEST_CASE("deaths and moves are as frequent as their hazards") {
  // One age band and one origin, so that one hazard holds for all until the band's end.
  Plan plan = small_plan(persons, 36);
  plan.population.margins[1].target = {0, 0, 0, 0, 1, 0, 0, 0, 0, 0};
  plan.population.margins[2].target = {1, 0, 0, 0, 0, 0, 0, 0};
  plan.population.death.fill(0.002);
  plan.population.emigration.fill(0.003);
  constexpr int months = 36;
  const People people = synthesise(plan.population, plan.start, months, Draws(2014, 0));
  std::int64_t stock = 0, gone = 0;
  for (std::size_t p = 0; p < people.size(); ++p) {
    if (people.arrival[p] != plan.start.index) continue;
    ++stock;
    gone += people.departure[p] <= plan.start.index + months;
  }
  CHECK(stock == static_cast<std::int64_t>(persons));
  CHECK(plausible(
      normal_two_sided(z_of(gone, static_cast<double>(stock), 1 - std::exp(-0.005 * months)))));
}
