#include <tiltak/study/weighing_design.hpp>

namespace tiltak::study {
namespace {

bool is_prime(std::size_t n) {
  if (n < 2) return false;
  for (std::size_t d = 2; d * d <= n; ++d)
    if (n % d == 0) return false;
  return true;
}

} // namespace

WeighingDesign::WeighingDesign(std::size_t columns) : order_(4) {
  while (order_ < columns || !is_prime(order_ - 1)) order_ += 4;
  is_square_.assign(order_ - 1, false);
  for (std::size_t k = 1; k < order_ - 1; ++k) is_square_[k * k % (order_ - 1)] = true;
}

// The identity plus a skew matrix: a first row of +1, a first column of -1, and between them
// whether the difference of the indices is a square modulo q.
int WeighingDesign::sign(std::size_t row, std::size_t column) const {
  if (row == column || row == 0) return 1;
  if (column == 0) return -1;
  const std::size_t q = order_ - 1;
  return is_square_[(row + q - column) % q] ? 1 : -1;
}

} // namespace tiltak::study
