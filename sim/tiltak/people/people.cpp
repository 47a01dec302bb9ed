#include <tiltak/people/people.hpp>

#include <algorithm>

namespace tiltak {

std::size_t PersonBlock::begin(std::size_t persons) const {
  constexpr std::size_t stretch = 4096;
  const std::size_t stretches = (persons + stretch - 1) / stretch;
  return std::min(persons, stretches * number / of * stretch);
}

void People::resize(std::size_t n) {
  birth.resize(n);
  arrival.resize(n);
  departure.resize(n);
  base.resize(n);
  county.resize(n);
  skill.resize(n);
}

} // namespace tiltak
