// A set of sequences over one alphabet, a row each, as sociologists keep them (STS format).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace tiltak::sequence {

// Codes 0..alphabet.size()-1 are states. A missing value is a state of its own when it is kept;
// `void_code` marks positions after a sequence's end.
constexpr std::uint8_t void_code = 255;
constexpr std::uint8_t missing_code = 254;

struct Sequences {
  std::vector<std::string> alphabet;
  std::size_t positions = 0;         // columns
  std::vector<std::uint8_t> codes;   // row-major, size() x positions
  std::vector<double> weights;       // empty: all 1
  std::vector<std::string> ids;      // empty: row numbers from 1

  std::size_t size() const { return positions == 0 ? 0 : codes.size() / positions; }
  const std::uint8_t* row(std::size_t i) const { return codes.data() + i * positions; }
  std::size_t length(std::size_t i) const; // positions before the trailing void
};

} // namespace tiltak::sequence
