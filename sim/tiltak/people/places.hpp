// Who lives in which county and looks for which kind of work: shares of county x skill for each
// region of birth and education, by iterative proportional fitting.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include <tiltak/people/counties.hpp>

namespace tiltak {

struct Place {
  std::uint8_t county = 0, skill = 0;
};

// Margins of county and skill, and where their fitting starts. As it stands: everybody in the first
// county and skill.
struct PlacePlan {
  std::array<double, counties.size()> county{1}; // shares
  std::array<double, skills.size()> skill{1}; // shares
  // How often those born abroad, and those who started higher education, live in a county, beside
  // all others.
  std::array<double, counties.size()> abroad{1}, higher{1};
  std::array<std::array<double, skills.size()>, educations.size()> skill_by_education{
      {{1}, {1}, {1}, {1}, {1}}};
};

class Places {
public:
  // `cells`: shares of origin x education, row-major; they are kept as they are. Throws
  // std::invalid_argument where the margins cannot be met.
  Places(const PlacePlan& plan, const std::vector<double>& cells);

  // The place of a person of this kind by a uniform draw on (0, 1).
  Place draw(BirthRegion origin, Education education, double u) const;

private:
  // [origin x education][county x skill]: cumulative shares
  std::vector<std::array<double, counties.size() * skills.size()>> cumulative_;
};

} // namespace tiltak
