// The bit-parallel heart of the longest common subsequence, many pairs at a time.
//
// Hyyro, H. (2004), "Bit-parallel LCS-length computation revisited": one bit per position of the
// one sequence, one step per position of the other: U = V & M[state]; V = (V + U) | (V & ~U).
// The zero bits of V count the common subsequence. A lane of a vector is one row, so every lane
// meets the same state at the same step and nothing has to be gathered.
#pragma once

#include <cstddef>
#include <cstdint>

#include <tiltak/sequence/lcs_columns.hpp>

namespace tiltak::sequence {

constexpr std::size_t lcs_rows = 32; // rows of a block, whatever the width of a vector

// A block of rows as bits. present[(state * words + word) * lcs_rows + row] has a bit where the row
// is in that state; mask[word * lcs_rows + row] a bit for each position the row has.
struct LcsBlock {
  const std::uint64_t* present;
  const std::uint64_t* mask;
  std::size_t words;
};

// The other sequences: all codes, and the columns to compute. out[row of a column * stride + row of
// the block] is the length of the block's row less the length of the common subsequence.
struct LcsOthers {
  const std::uint8_t* codes;
  std::size_t positions;
  const LcsColumn* columns;
  std::size_t count;
  std::size_t stride;
};

void lcs_block(const LcsBlock& block, const LcsOthers& others, std::uint8_t* out); // 1 word
void lcs_block(const LcsBlock& block, const LcsOthers& others, std::uint16_t* out); // any

} // namespace tiltak::sequence
