// Two states with nothing but hazards between them, in a market that stands still; who is where at
// the end of every month.
#pragma once

#include <vector>

#include <tiltak/engine/simulation.hpp>

#include "two_states.hpp"

// The plan with no places on measures and the tightness of the reference.
inline tiltak::Plan closed_economy(const TwoStates& economy, double persons, int months) {
  using namespace tiltak;
  Plan plan = two_states(economy, persons, months);
  plan.budget.level = {};
  plan.budget.places.assign(plan.measures.size(), 0);
  plan.market_opens = plan.all_months();
  return plan;
}

inline std::size_t edge_named(const char* wanted) {
  using namespace tiltak;
  std::size_t e = 0;
  while (name(hazard_edges[e]) != wanted) ++e;
  return e;
}

struct Histories : tiltak::Recorder {
  std::vector<std::vector<std::uint8_t>> pairs; // by month, then person
  void month(int, std::size_t number, const tiltak::WorldEngine& engine, tiltak::Month) override {
    if (number == 0) pairs.push_back(engine.world().pair);
  }
  bool stands(std::size_t month, std::size_t person, tiltak::Pair pair) const {
    return pairs[month][person] == static_cast<std::uint8_t>(pair);
  }
};
