// The dynamic programme of optimal matching, a row to a lane.
#pragma once

#include <cstddef>
#include <cstdint>

namespace tiltak::sequence {

constexpr std::size_t om_rows = 8; // rows of a block, whatever the width of a vector

// A block of rows. cost[(state * positions + t) * om_rows + row] is what it costs to put `state` for
// the row's state at t. lengths: of the 8 rows (0 where there is none).
struct OmBlock {
  const double* cost;
  const std::uint16_t* lengths;
  std::size_t positions;
  double indel;
};

struct OmOthers {
  const std::uint8_t* codes;
  const std::uint16_t* lengths;
  std::size_t count;
  std::size_t stride;
};

// out[j * stride + row] is the distance of the row and sequence j.
void om_block(const OmBlock& block, const OmOthers& others, double* out);

} // namespace tiltak::sequence
