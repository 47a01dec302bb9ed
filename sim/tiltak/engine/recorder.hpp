// What the engine hands over while it runs. The store writes it; tests keep it.
#pragma once

#include <cstdint>
#include <vector>

#include <tiltak/engine/world.hpp>
#include <tiltak/market/vacancies.hpp>
#include <tiltak/measure/budget.hpp>
#include <tiltak/people/people.hpp>

namespace tiltak {

class Recorder {
public:
  virtual ~Recorder() = default;
  // Once, before the first recorded month.
  virtual void begin(const People&, std::size_t /*worlds*/) {}
  // At the end of each recorded month (0 is the first), for each world in order.
  virtual void month(int month, std::size_t world_number, const World& world, const Tally& tally,
                     const BudgetMonth& budget, const Market& market) = 0;
  // Once, after the last month: running spells are still open.
  virtual void end(const std::vector<World>&) {}
};

} // namespace tiltak
