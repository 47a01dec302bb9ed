#include <cmath>

#include <doctest/doctest.h>

#include <tiltak/market/segments.hpp>
#include <tiltak/people/synthesis.hpp>

using namespace tiltak;

namespace {

const Month places_from = Month::of(2013, 1);

PopulationPlan plan_of(double persons) {
  PopulationPlan p;
  p.persons = persons;
  p.margins = {{"sex", {0}, {49, 51}},
               {"age", {1}, {4, 10, 10.5, 11, 11, 11, 11, 15.5, 9, 7}},
               {"origin", {2}, {83, 4, 5, 1.5, 0.7, 3.6, 1.8, 0.4}},
               {"education", {3}, {20, 42, 27, 10, 1}}};
  p.frailty = {1, 0, 0, 0};
  p.places.county.fill(1);
  p.places.county[2] = 6; // a quarter of the country
  p.places.skill = {0.3, 0.3, 0.4};
  p.places.abroad.fill(1);
  p.places.abroad[2] = 3;
  p.places.higher.fill(1);
  p.places.skill_by_education = {
      {{0.6, 0.3, 0.1}, {0.3, 0.5, 0.2}, {0.1, 0.1, 0.8}, {0.1, 0.1, 0.8}, {0.5, 0.4, 0.1}}};
  return p;
}

} // namespace

TEST_CASE("counties and skills have their margins and their associations") {
  const People people = synthesise(plan_of(40'000), places_from, 12, Draws{1, 0});
  double all = 0, oslo = 0, abroad = 0, abroad_in_oslo = 0, service = 0, high = 0, high_prof = 0;
  for (std::size_t p = 0; p < people.size(); ++p) {
    if (!people.present(p, places_from)) continue;
    const bool here = people.county[p] == 2, foreign = people.origin(p) != BirthRegion::norway;
    const bool higher = people.education(p) == Education::higher_short;
    ++all;
    oslo += here;
    abroad += foreign;
    abroad_in_oslo += here && foreign;
    service += people.skill[p] == 0;
    high += higher;
    high_prof += higher && people.skill[p] == 2;
  }
  // Draws: standard errors 0.0022 and 0.0023; five of them.
  CHECK(std::abs(oslo / all - 0.25) < 0.011);
  CHECK(std::abs(service / all - 0.3) < 0.0115);
  CHECK(abroad_in_oslo / abroad > 0.4); // three times as often as others
  CHECK(high_prof / high > 0.6);
}

TEST_CASE("without a plan of places all are in the first county and skill") {
  PopulationPlan p = plan_of(2'000);
  p.places = {};
  const People people = synthesise(p, places_from, 12, Draws{1, 0});
  for (std::size_t i = 0; i < people.size(); ++i) {
    CHECK(people.county[i] == 0);
    CHECK(people.skill[i] == 0);
  }
}

TEST_CASE("segments merge from counties to regions to the country as persons become fewer") {
  const PopulationPlan p = plan_of(1);
  const auto segments = [&](double persons, Geography geography = Geography::by_county) {
    return make_segments({geography, true, 1000}, persons, p.places.county, p.places.skill);
  };
  CHECK(segments(1e6).size() == 57);
  CHECK(segments(1e6, Geography::by_region).size() == 21);
  CHECK(segments(1e6, Geography::national).size() == 3);
  // The smallest county has 1/24 of the persons and the rarest skill 0.3 of them: 80,000 are enough
  // for counties, and half as many for regions of two counties.
  CHECK(segments(80'001).size() == 57);
  CHECK(segments(79'999).size() == 21);
  CHECK(segments(40'001).size() == 21);
  CHECK(segments(39'999).size() == 3);
  CHECK(segments(3'334).size() == 3);
  CHECK(segments(3'333).size() == 1);
  CHECK(segments(3'333).names == std::vector<std::string>{"norway"});
}

TEST_CASE("every county and skill belongs to a segment that names it") {
  const PopulationPlan p = plan_of(1);
  const Segmentation segments =
      make_segments({Geography::by_county, true, 0}, 1e6, p.places.county, p.places.skill);
  for (std::size_t c = 0; c < counties.size(); ++c)
    for (std::size_t k = 0; k < skills.size(); ++k)
      CHECK(segments.names[segments.of[c][k]] ==
            std::string(counties[c].name) + " " + std::string(skills[k].name));
}
