// Who could take a place this month, by pool and group, in the order in which a rule takes them.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <tiltak/core/draw.hpp>
#include <tiltak/engine/plan.hpp>
#include <tiltak/engine/pools.hpp>
#include <tiltak/engine/world.hpp>

namespace tiltak {

struct Candidate {
  double key; // the smallest goes first; a lower limit of it until first_in_order()
  std::uint32_t person;
  float prospect; // job hazard at the reference, for rules that look at it
  bool chain; // goes on to another type of measure
  bool due; // has come to a deadline
  // of those who are looked at (describe()): all that is known where others choose among them
  std::uint8_t age = 0; // years
  std::uint8_t last_measure = 0; // index + 1, 0 never
  std::uint16_t groups = 0; // set of effect groups
  std::uint16_t pool = 0;
  bool operator<(const Candidate& other) const {
    return key != other.key ? key < other.key : person < other.person;
  }
};

// What a choice of persons is made from; all of it outlives the choice.
struct Choosing {
  const Plan& plan;
  const Company& company;
  const Draws& draws;
  const People& people;
  const Pools& pools;
  const Hazards& hazards;
  const std::array<PropensityTable, 2>& propensity; // by MeasureGroup
  const std::vector<std::uint16_t>& types; // by person
};

struct Candidates {
  std::vector<Candidate> all; // by pool and group, within them in ascending order of person
  std::vector<std::size_t> first; // [pool x 2 + group], and one more
  std::vector<std::int64_t> counts; // [pool x 2 + group], in the country

  std::span<Candidate> of(std::size_t pool, std::size_t group) {
    const std::size_t k = pool * 2 + group;
    return {all.data() + first[k], first[k + 1] - first[k]};
  }
};

// Those without a measure who are registered as unemployed or with reduced capacity as the month
// begins and have not been notified of a place: one pass over the population.
Candidates candidates(const Choosing& choosing, Month t, const World& world);

// Puts the `look` smallest keys first, in ascending order, and these keys are exact. Keys that take
// a logarithm are worked out for those alone who may be among them.
void first_in_order(const Choosing& choosing, Month t, const World& world,
                    std::span<Candidate> queue, std::size_t look);

// Notes what an allocation asks about a person, and her number in the country in place of that
// here.
void describe(const Choosing& choosing, Month t, const World& world, Candidate& who);

// Her job hazard at the reference.
float prospect(const Choosing& choosing, const World& world, std::size_t p, Month t);

// More than plan.allocation.long_after as a job seeker, or with reduced capacity.
bool is_long_term(const Choosing& choosing, Month t, const World& world, std::size_t p);

} // namespace tiltak
