// A distance that is a function of two rows, computed for all pairs.
#pragma once

#include <string>
#include <utility>

#include <tiltak/sequence/blocks.hpp>
#include <tiltak/sequence/square.hpp>

namespace tiltak::sequence {

// distance(i, j) for j < i; called from several threads.
template <class Cell, class Distance>
Square<Cell> all_pairs(std::size_t rows, const std::string& what, const Progress& progress,
                       const Distance& distance) {
  Square<Cell> square(rows);
  in_blocks(what, rows, 32, progress, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i)
      for (std::size_t j = 0; j < i; ++j)
        square.row(i)[j] = static_cast<Cell>(distance(i, j));
  });
  mirror(square);
  return square;
}

} // namespace tiltak::sequence
