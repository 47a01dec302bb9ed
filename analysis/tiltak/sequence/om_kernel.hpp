// The dynamic programme of optimal matching, a row to a lane.
#pragma once

#include <cstddef>
#include <cstdint>

namespace tiltak::sequence {

constexpr std::size_t om_rows = 8; // rows of a block, whatever the width of a vector

// A block of rows. cost[(state * positions + t) * om_rows + row] is what it costs to put `state`
// for the row's state at t. codes: 8 rows; lengths: of the 8 rows (0 where there is none);
// multiples[k] is k * indel.
struct OmBlock {
  const double* cost;
  const std::uint8_t* codes;
  const std::uint16_t* lengths;
  std::size_t positions;
  const double* multiples;
};

struct OmOthers {
  const std::uint8_t* codes;
  const std::uint16_t* lengths;
  std::size_t count;
  std::size_t stride;
};

// out[j * stride + row] is the distance of the row and sequence j. What the two have in common at
// their beginning and at their end is left out, so that the sums are rounded as TraMineR's are.
void om_block(const OmBlock& block, const OmOthers& others, double* out);

} // namespace tiltak::sequence
