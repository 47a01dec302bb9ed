// A symmetric matrix of dissimilarities, kept whole, so that every row lies in one piece.
//
// Integer distances are kept in one or two bytes as multiples of a unit: the LCS distance of two
// sequences of 60 months is 0, 2, ... 120, a byte each.
#pragma once

#include <cstdint>
#include <variant>
#include <vector>

#include <tiltak/sequence/pages.hpp>

namespace tiltak::sequence {

template <class Cell> class Square {
public:
  Square() = default;
  explicit Square(std::size_t n)
      : n_(n), stride_((n + 63) / 64 * 64), cells_(n * stride_ * sizeof(Cell)) {}

  std::size_t size() const { return n_; }
  std::size_t stride() const { return stride_; }
  // Rows have room up to a multiple of 64 cells; what stands there is 0 or left-over, never a trap.
  Cell* row(std::size_t i) { return static_cast<Cell*>(cells_.data()) + i * stride_; }
  const Cell* row(std::size_t i) const {
    return static_cast<const Cell*>(cells_.data()) + i * stride_;
  }

private:
  std::size_t n_ = 0;
  std::size_t stride_ = 0;
  Pages cells_;
};

struct Dissimilarities {
  std::variant<Square<std::uint8_t>, Square<std::uint16_t>, Square<double>> cells;
  double unit = 1; // distance = cell * unit

  std::size_t size() const {
    return std::visit([](const auto& c) { return c.size(); }, cells);
  }
  double at(std::size_t i, std::size_t j) const {
    return std::visit([&](const auto& c) { return unit * static_cast<double>(c.row(i)[j]); },
                      cells);
  }
  bool is_integer() const { return cells.index() < 2; }
};

// Copies the lower triangle to the upper one and puts 0 on the diagonal.
template <class Cell> void mirror(Square<Cell>& square);
extern template void mirror(Square<std::uint8_t>&);
extern template void mirror(Square<std::uint16_t>&);
extern template void mirror(Square<double>&);

double largest(const Dissimilarities& d);

} // namespace tiltak::sequence
