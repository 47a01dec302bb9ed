// What the engine hands over while it runs. The store writes it; tests keep it.
#pragma once

#include <cstdint>
#include <vector>

#include <tiltak/engine/world_engine.hpp>
#include <tiltak/people/people.hpp>

namespace tiltak {

class Recorder {
public:
  virtual ~Recorder() = default;
  // Once, before the first recorded month. `worlds` is how many there will be; those beside policy
  // come into being when the evaluation begins.
  virtual void begin(const People&, std::size_t /*worlds*/) {}
  // At the end of each recorded month (0 is the first), for each world that exists, in order.
  virtual void month(int month, std::size_t number, const WorldEngine& world, Month t) = 0;
  // Once, after the last month: running spells are still open.
  virtual void end(const std::vector<WorldEngine>&) {}
};

} // namespace tiltak
