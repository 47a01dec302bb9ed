// Iterative proportional fitting: the table nearest to a seed table that has the published margins.
// Deming and Stephan (1940); convergence is to the I-projection (Csiszar 1975).
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace tiltak {

// A published margin: shares or counts over some dimensions of the table. `target` is row-major
// over `dimensions`, >= 0; a zero empties its cells.
struct Margin {
  std::string id;
  std::vector<std::size_t> dimensions;
  std::vector<double> target;
};

struct Fitted {
  std::vector<double> cells; // row-major over the shape; sums to the first margin's total
  int rounds = 0;
  double largest_gap = 0; // largest |cell of a margin - target| / total, over all margins
};

// Fits `seed` (row-major over `shape`, >= 0) to the margins, each first scaled to the first
// margin's total, until the largest gap is below `tolerance` or `most_rounds` are done. Throws
// std::invalid_argument when sizes do not match or a positive target meets an empty slice.
Fitted fit_margins(const std::vector<std::size_t>& shape, const std::vector<Margin>& margins,
                   std::vector<double> seed, double tolerance = 1e-12, int most_rounds = 1000);

} // namespace tiltak
