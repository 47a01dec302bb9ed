#include <cmath>

#include <doctest/doctest.h>

#include <tiltak/people/synthesis.hpp>

using namespace tiltak;

namespace {

PopulationPlan plan(double persons) {
  PopulationPlan p;
  p.persons = persons;
  p.margins = {{"sex", {0}, {49, 51}},
               {"age", {1}, {4, 10, 10.5, 11, 11, 11, 11, 15.5, 9, 7}},
               {"origin", {2}, {83, 4, 5, 1.5, 0.7, 3.6, 1.8, 0.4}},
               {"education", {3}, {20, 42, 27, 10, 1}}};
  p.frailty = {0.56, 0.24, 0.14, 0.06};
  p.death.fill(1e-4);
  p.emigration.fill(1e-3);
  return p;
}

const Month start = Month::of(2013, 1);

} // namespace

TEST_CASE("those who are there at the start have the published margins") {
  const People people = synthesise(plan(50'000), start, 24, Draws{1, 0});
  double all = 0, women = 0, africa = 0, young = 0, ill = 0;
  for (std::size_t p = 0; p < people.size(); ++p) {
    if (!people.present(p, start)) continue;
    ++all;
    women += people.sex(p) == Sex::woman;
    africa += people.origin(p) == BirthRegion::africa;
    young += people.age(p, start) < 20;
    ill += is_ill(people.frailty(p));
  }
  CHECK(all == 50'000);
  // Counts come from largest remainder over 800 cells: off by at most the cells summed over.
  CHECK(std::abs(women / all - 0.49) < 0.008);
  CHECK(std::abs(africa / all - 0.018) < 0.002);
  CHECK(std::abs(young / all - 0.04) < 0.004);
  // A draw: sd of the share is 0.0018; five of them.
  CHECK(std::abs(ill / all - 0.20) < 0.009);
}

TEST_CASE("people come at 18 and leave at 67 and are sorted by birth") {
  const People people = synthesise(plan(20'000), start, 120, Draws{1, 0});
  std::size_t newly_adult = 0, died_or_moved = 0;
  for (std::size_t p = 0; p < people.size(); ++p) {
    if (p > 0) CHECK(people.birth[p - 1] <= people.birth[p]);
    CHECK(people.arrival[p] < people.departure[p]);
    CHECK(people.departure[p] <= people.birth[p] + 67 * 12);
    CHECK(people.arrival[p] >= people.birth[p] + 18 * 12);
    newly_adult += people.arrival[p] > start.index && people.arrival[p] == people.birth[p] + 216;
    died_or_moved += people.departure[p] < people.birth[p] + 67 * 12 &&
                     people.departure[p] < (start + 120).index;
  }
  CHECK(newly_adult == doctest::Approx(20'000 * 0.04 / 24 * 119).epsilon(0.01));
  // Hazard 0.0011 a month over 120 months takes 12.4 per cent of those who stay that long.
  CHECK(died_or_moved > 1'800);
  CHECK(died_or_moved < 3'000);
}

TEST_CASE("a person's draws do not depend on anybody else") {
  const People one = synthesise(plan(5'000), start, 24, Draws{1, 0});
  const People same = synthesise(plan(5'000), start, 24, Draws{1, 0});
  const People other = synthesise(plan(5'000), start, 24, Draws{1, 1});
  CHECK(one.base == same.base);
  CHECK(one.birth == same.birth);
  CHECK(one.base != other.base);
}
