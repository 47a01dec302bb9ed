// A set of sequences over one alphabet, a row each, as sociologists keep them (STS format).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace tiltak::sequence {

// Codes 0..alphabet.size()-1 are states; `alphabet.size()` is the missing value where the set has
// one, so that it behaves as one more state. `void_code` marks positions after a sequence's end.
constexpr std::uint8_t void_code = 255;
constexpr std::size_t most_states = 250;

struct Sequences {
  std::vector<std::string> alphabet;
  std::size_t positions = 0;       // columns
  std::vector<std::uint8_t> codes; // row-major, size() x positions
  std::vector<double> weights;     // empty: all 1
  std::vector<std::string> ids;    // empty: row numbers from 1
  bool has_missing = false;        // one more code, after the alphabet's

  std::size_t size() const { return positions == 0 ? 0 : codes.size() / positions; }
  std::size_t states() const { return alphabet.size() + (has_missing ? 1 : 0); }
  const std::uint8_t* row(std::size_t i) const { return codes.data() + i * positions; }
  double weight(std::size_t i) const { return weights.empty() ? 1.0 : weights[i]; }
  std::size_t length(std::size_t i) const; // positions before the trailing void
  bool equally_long() const;
};

double total_weight(const Sequences& sequences);

// The rows of the given numbers, in that order, with their weights and ids.
Sequences select(const Sequences& sequences, const std::vector<std::uint32_t>& rows);

// "unemployed"; "missing" for the missing value.
std::string state_name(const Sequences& sequences, std::size_t code);

} // namespace tiltak::sequence
