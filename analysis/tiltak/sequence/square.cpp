#include <tiltak/sequence/square.hpp>

#include <algorithm>

#include <tiltak/core/parallel.hpp>

namespace tiltak::sequence {
namespace {

constexpr std::size_t tile = 64;

template <class Cell> void mirror_tile(Square<Cell>& square, std::size_t i0, std::size_t j0) {
  const std::size_t i1 = std::min(i0 + tile, square.size());
  const std::size_t j1 = std::min(j0 + tile, square.size());
  for (std::size_t j = j0; j < j1; ++j) {
    Cell* out = square.row(j);
    for (std::size_t i = std::max(i0, j + 1); i < i1; ++i)
      out[i] = square.row(i)[j];
  }
}

} // namespace

template <class Cell> void mirror(Square<Cell>& square) {
  const std::size_t tiles = (square.size() + tile - 1) / tile;
  parallel::for_each(tiles, [&](std::size_t t) {
    for (std::size_t u = 0; u <= t; ++u)
      mirror_tile(square, t * tile, u * tile);
    for (std::size_t i = t * tile; i < std::min((t + 1) * tile, square.size()); ++i)
      square.row(i)[i] = Cell{};
  });
}

template void mirror(Square<std::uint8_t>&);
template void mirror(Square<std::uint16_t>&);
template void mirror(Square<double>&);

double largest(const Dissimilarities& d) {
  return std::visit(
      [&](const auto& cells) {
        std::vector<double> of_row(cells.size(), 0.0);
        parallel::for_each(cells.size(), [&](std::size_t i) {
          of_row[i] =
              static_cast<double>(*std::max_element(cells.row(i), cells.row(i) + cells.size()));
        });
        return d.unit * (of_row.empty() ? 0.0 : *std::max_element(of_row.begin(), of_row.end()));
      },
      d.cells);
}

} // namespace tiltak::sequence
