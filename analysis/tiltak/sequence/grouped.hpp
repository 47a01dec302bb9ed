// Rows put in the order of their clusters, so that "for each cluster the sum over its rows" runs
// over pieces that lie together. Pieces begin at multiples of 64 places; places without a row weigh
// 0.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace tiltak::sequence {

struct Partition {
  std::vector<std::uint32_t> cluster; // of each row, from 0
  std::size_t clusters = 0;
};

// Sum of weights of every cluster, in row order.
std::vector<double> cluster_weights(const Partition& partition, const std::vector<double>& weights);

struct Grouped {
  Grouped(const Partition& partition, const std::vector<double>& weights, double largest_cell);

  std::vector<std::uint32_t> row;  // of each place; 0 where there is none
  std::vector<std::size_t> begin;  // clusters + 1 places
  std::vector<double> weight;      // of each place
  std::vector<std::int16_t> count; // the weights as integers; empty where they are not small counts
  std::size_t places() const { return row.size(); }
  bool counted() const { return !count.empty(); }
};

// buffer[place] = cells[row of place]
template <class From, class To> void gather(const Grouped& grouped, const From* cells, To* buffer) {
  const std::uint32_t* row = grouped.row.data();
  for (std::size_t p = 0; p < grouped.places(); ++p)
    buffer[p] = static_cast<To>(cells[row[p]]);
}

} // namespace tiltak::sequence
