// A weighing design: which parameters go up and which go down in each of a set of simulations.
//
// Simulated moments are noisy, and moving one parameter at a time uses two simulations for each
// derivative. Moving all of them in every simulation, up or down in a pattern of which any two
// columns are orthogonal, uses all simulations for each derivative: with n of them the variance is
// n times smaller at the same cost (Hotelling 1944; Plackett and Burman 1946). The pattern is
// Paley's (1933): order q + 1 for a prime q that leaves 3 on division by 4.
#pragma once

#include <cstddef>
#include <vector>

namespace tiltak::study {

class WeighingDesign {
public:
  // At least `columns` columns; there are as many rows as columns.
  explicit WeighingDesign(std::size_t columns);

  std::size_t order() const { return order_; }
  // +1 or -1.
  int sign(std::size_t row, std::size_t column) const;

private:
  std::size_t order_;
  std::vector<bool> is_square_; // quadratic residues of order - 1
};

} // namespace tiltak::study
