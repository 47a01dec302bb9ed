// Who takes part, as far as accounts ask: the first start in the window that counts.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <tiltak/core/month.hpp>
#include <tiltak/engine/world.hpp>

namespace tiltak {

struct Participation {
  std::vector<std::int16_t> first_start; // by person: month, or never
  std::vector<std::uint8_t> measure; // by person: of the first start; index + 1, 0 for nobody in T
  std::vector<std::uint8_t> long_term; // by person: more than six months a job seeker, at the first
                                       // start or, without one, as the evaluation begins

  // As `policy` stands when the evaluation begins at `start`.
  Participation(const World& policy, Month start);

  bool takes_part(std::size_t person) const { return measure[person] != 0; }
};

// What a world did to participation in a month, both in ascending order of person: who began a
// measure, and whose measure ended because money was cut (as if she began it then).
struct MonthOfStarts {
  std::span<const MeasureStart> started;
  std::vector<MeasureStart> cut;
};
MonthOfStarts starts_of(const World& world, const Tally& tally, Month t);

// The starts that count of those of a month: all of `policy`, or, where two budgets are compared
// (`other` has starts of its own), those that stand in one of the lists only, policy's first. Both
// lists are in ascending order of person.
std::vector<MeasureStart> counting_starts(std::span<const MeasureStart> policy,
                                          std::span<const MeasureStart> other, bool two_budgets);

} // namespace tiltak
