// The upper triangle of a matrix without its diagonal, packed row after row, that can lose rows.
#pragma once

#include <cstdint>
#include <vector>

#include <tiltak/sequence/pages.hpp>

namespace tiltak::sequence {

template <class Cell> class Triangle {
public:
  Triangle() = default;
  explicit Triangle(std::size_t n) : n_(n), cells_(n * (n - (n > 0)) / 2 * sizeof(Cell)) {}

  std::size_t size() const { return n_; }
  static std::size_t bytes(std::size_t n) { return n * (n - (n > 0)) / 2 * sizeof(Cell); }

  // Cells (i, i+1), (i, i+2) ... (i, n-1).
  Cell* row(std::size_t i) { return static_cast<Cell*>(cells_.data()) + offset(i); }
  Cell& at(std::size_t i, std::size_t j) { return row(i)[j - i - 1]; } // i < j

  // Keeps these rows and columns (ascending), in place, and gives the memory back.
  void keep(const std::vector<std::uint32_t>& rows) {
    auto* to = static_cast<Cell*>(cells_.data());
    for (std::size_t a = 0; a < rows.size(); ++a) {
      const Cell* from = row(rows[a]);
      for (std::size_t b = a + 1; b < rows.size(); ++b)
        *to++ = from[rows[b] - rows[a] - 1];
    }
    n_ = rows.size();
    cells_.shrink(bytes(n_));
  }

private:
  std::size_t offset(std::size_t i) const { return i * (2 * n_ - i - 1) / 2; }

  std::size_t n_ = 0;
  Pages cells_;
};

} // namespace tiltak::sequence
