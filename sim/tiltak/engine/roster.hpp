// Who is on a measure, as the books have it: person, pool, and what the place costs. Kept by the
// starts and ends of each month, in one pass over participants, never over the population.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <tiltak/engine/pools.hpp>
#include <tiltak/engine/world.hpp>

namespace tiltak {

struct Participant {
  std::uint32_t person;
  std::uint16_t pool;
  std::uint8_t measure; // index into the catalogue
  std::int16_t start, planned_end; // months
  std::int64_t allowance; // ore a month, beside the price; less what the price includes of it
};

class Roster {
public:
  // After a month: who ended leaves the list, who started joins it.
  void update(const Tally& tally, const World& world, const Catalogue& catalogue,
              const Pools& pools, const Frictions& frictions);

  // The same persons in other pools.
  void assign(const Pools& pools);

  // In ascending order of person.
  std::span<const Participant> all() const { return participants_; }

private:
  template <class> friend struct Members; // checkpoints
  friend struct StateCheck;
  std::vector<Participant> participants_, joined_, merged_;
};

// Whether participants without unemployment benefit are paid an allowance from the post: job
// seekers in a measure that pays no wage.
bool pays_allowance(const Measure& m);

// Cost of a participant in month t, on whatever post.
Money cost_of(const Participant& participant, const Catalogue& catalogue, Month t);

} // namespace tiltak
