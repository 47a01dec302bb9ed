// What all worlds of a replication have in common: the persons, their luck, and tables.
#pragma once

#include <array>
#include <vector>

#include <tiltak/core/draw.hpp>
#include <tiltak/engine/candidates.hpp>
#include <tiltak/engine/plan.hpp>
#include <tiltak/engine/pools.hpp>
#include <tiltak/engine/world.hpp>
#include <tiltak/measure/effects.hpp>
#include <tiltak/measure/gains.hpp>

namespace tiltak {

struct Common {
  const Plan& plan;
  const Company& company; // with whom the country is simulated; outlives it
  Draws draws; // of the persons here
  People people;
  std::vector<std::uint16_t> types; // by person, with this month's age band
  Hazards hazards;
  MeasureEffects effects;
  LifeCourses life_courses;
  std::array<PropensityTable, 2> propensity;
  Setting setting;
  Pools pools;
  Gains gains;

  Common(const Plan& plan, std::uint32_t replication, const Company& company);
  // The same persons and luck under another plan, whose hazards are the same.
  Common(const Common& persons, const Plan& plan);
  Choosing choosing() const {
    return {plan, company, draws, people, pools, hazards, propensity, types};
  }
  std::size_t month_number(Month t) const { return static_cast<std::size_t>(t - plan.first()); }
  // Where a person with this skill searches: World::change_segment moves her there.
  std::uint8_t segment_of(std::size_t p, std::uint8_t skill) const {
    return plan.market.segmentation.of[people.county[p]][skill];
  }
};

} // namespace tiltak
