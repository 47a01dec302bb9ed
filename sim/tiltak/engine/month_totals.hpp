// A world's month in a few sums: what costs and benefits are worked out from.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include <tiltak/engine/world_engine.hpp>

namespace tiltak {

struct MonthTotals {
  std::array<std::int64_t, population_pairs> status{}; // persons in each pair
  std::int64_t with_benefit = 0; // seekers without a job who have unemployment benefit
  std::vector<std::int64_t> appropriated, spent; // ore, by measure
};

// At the end of month t.
MonthTotals totals_of(const WorldEngine& engine, Month t);

} // namespace tiltak
