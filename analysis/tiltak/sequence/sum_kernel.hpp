// Weighted sums over pieces of a row, the inner loops of medoids and quality measures.
//
// Sums of doubles run in eight strands whatever the width of a vector, and the strands are added in
// order: the same bits on every processor. A piece's length is a multiple of 64.
#pragma once

#include <cstddef>
#include <cstdint>

namespace tiltak::sequence {

// sum of w d
double weighted_sum(const std::uint8_t* d, const std::int16_t* w, std::size_t count);
double weighted_sum(const double* d, const double* w, std::size_t count);

// A row of distances beside the distances to the nearest and the second nearest medoid.
template <class Cell, class Weight> struct Capped {
  const Cell* d;
  const Cell* near;
  const Cell* second;
  const Weight* w;
};
struct CappedSums {
  double near = 0;   // sum of w min(d, near)
  double second = 0; // sum of w min(d, second)
};
CappedSums capped_sums(const Capped<std::uint8_t, std::int16_t>& row, std::size_t count);
CappedSums capped_sums(const Capped<double, double>& row, std::size_t count);

} // namespace tiltak::sequence
