// The order in which other sequences are set against a block of rows: those that begin alike follow
// each other, so that the steps they share are made once.
//
// In the order of their codes a sequence shares its beginning with the one before it. The kernel
// keeps the state after as many positions as a later sequence will share, and goes on from there:
// of labour-market trajectories, which stay in one state for long, about half of the steps remain.
#pragma once

#include <cstdint>
#include <vector>

#include <tiltak/sequence/sequences.hpp>

namespace tiltak::sequence {

struct LcsColumn {
  std::uint32_t row; // of the sequence
  std::uint16_t length; // positions before its void
  std::uint16_t from; // positions whose state has been kept, less than length and than 64
  std::uint64_t keep; // bit t: keep the state after t positions, for a later column
};

class LcsColumns {
public:
  explicit LcsColumns(const Sequences& sequences);

  std::uint16_t length(std::size_t row) const { return lengths_[row]; }
  // The sequences from row `begin` on. Those of more than 64 positions share nothing.
  std::vector<LcsColumn> from(std::size_t begin) const;

private:
  std::vector<std::uint16_t> lengths_; // of each row
  std::vector<std::uint32_t> order_; // rows by their codes
  std::vector<std::uint16_t> shared_; // of each in this order: positions shared with the one before
};

} // namespace tiltak::sequence
