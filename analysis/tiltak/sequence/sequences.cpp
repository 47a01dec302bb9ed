#include <tiltak/sequence/sequences.hpp>

namespace tiltak::sequence {

std::size_t Sequences::length(std::size_t i) const {
  std::size_t n = positions;
  while (n > 0 && row(i)[n - 1] == void_code) --n;
  return n;
}

} // namespace tiltak::sequence
