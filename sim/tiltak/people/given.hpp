// Persons as a user's file gives them, in place of a synthetic population.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <tiltak/core/month.hpp>
#include <tiltak/people/counties.hpp>

namespace tiltak {

// How a person stands in the first simulated month.
struct GivenStart {
  static constexpr std::uint8_t not_given = 255;
  std::uint8_t pair = not_given; // of job and registration; not given: drawn from the life course
  std::uint8_t benefit = 0; // months of unemployment benefit left
  std::int16_t months = 0; // in the spell so far
};

struct GivenPerson {
  std::string id; // the user's, unique
  Month birth;
  Sex sex = Sex::woman;
  BirthRegion origin = BirthRegion::unknown;
  Education education = Education::unknown;
  std::optional<std::uint8_t> county, skill; // drawn where not given
  std::optional<Month> arrival; // not given: from the 18th birthday, or from the start
  std::optional<Month>
      departure; // not given: drawn from deaths and moves, at most the 67th birthday
  GivenStart start;
};

using GivenPeople = std::vector<GivenPerson>;

} // namespace tiltak
