// Who takes part, as far as accounts ask: the first start in the window that counts.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <tiltak/core/month.hpp>
#include <tiltak/engine/account_entries.hpp>
#include <tiltak/engine/world.hpp>

namespace tiltak {

struct Decisions;

struct Participation {
  std::vector<std::int16_t> first_start; // by person: month, or never
  std::vector<std::uint8_t> measure; // by person: of the first start; index + 1, 0 for nobody in T
  std::vector<std::uint8_t> long_term; // by person: more than six months a job seeker, at the first
                                       // start or, without one, as the evaluation begins
  // By person: how the policy reached her otherwise than by a place (untouched, relabelled or cut),
  // and from which month on. The first of these counts.
  std::vector<std::uint8_t> reached; // Phase
  std::vector<std::int16_t> reached_in;
  std::vector<std::uint8_t> differs; // by person: 1 if her job ever differed between the worlds

  // As `policy` stands when the evaluation begins at `start`.
  Participation(const World& policy, Month start);

  bool takes_part(std::size_t person) const { return measure[person] != 0; }
  // Of a person outside T, or before her first start.
  Phase before_start(std::size_t person, Month t) const {
    return t.index < reached_in[person] ? Phase::untouched : static_cast<Phase>(reached[person]);
  }
  void reach(std::uint32_t person, Phase how, Month t);
};

// What a world did to participation in a month, all in ascending order of person: who began a
// measure, whose measure ended because money was cut (as if she began it then), and who was reached
// otherwise: relabelled, or taken off a measure (for want of money, or as one who drops out).
struct MonthOfStarts {
  std::span<const MeasureStart> started;
  std::vector<MeasureStart> cut;
  std::span<const std::uint32_t> relabelled;
  std::vector<std::uint32_t> ended;
};
MonthOfStarts starts_of(const World& world, const Tally& tally, const Decisions& decisions,
                        Month t);

// The starts that count of those of a month: all of `policy`, or, where two budgets are compared
// (`other` has starts of its own), those that stand in one of the lists only, policy's first. Both
// lists are in ascending order of person. Starts for other planned months are other starts.
std::vector<MeasureStart> counting_starts(std::span<const MeasureStart> policy,
                                          std::span<const MeasureStart> other, bool two_budgets);

} // namespace tiltak
