// What those at work in a world earn: person by person, by the table of earnings for her sex,
// education, age and hours.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include <tiltak/engine/world_engine.hpp>
#include <tiltak/people/earnings.hpp>

namespace tiltak::study {

// Millionths of a basic amount (G) a year, over the simulated persons: whole, so that the sum is
// the same for any number of threads.
struct Pay {
  std::int64_t ordinary = 0, subsidised = 0;
  Pay& operator+=(const Pay& other) {
    ordinary += other.ordinary;
    subsidised += other.subsidised;
    return *this;
  }
};

class PayTable {
public:
  explicit PayTable(const Earnings& earnings);
  // At the end of the month that the engine stands at.
  Pay of(const WorldEngine& engine) const;

private:
  std::array<std::vector<std::int64_t>, 2> by_type_; // by hours; millionths of G a year
};

} // namespace tiltak::study
