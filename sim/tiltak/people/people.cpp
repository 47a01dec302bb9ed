#include <tiltak/people/people.hpp>

namespace tiltak {

void People::resize(std::size_t n) {
  birth.resize(n);
  arrival.resize(n);
  departure.resize(n);
  base.resize(n);
  county.resize(n);
  skill.resize(n);
}

} // namespace tiltak
