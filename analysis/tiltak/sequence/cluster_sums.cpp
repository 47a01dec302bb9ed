#include <tiltak/sequence/cluster_sums.hpp>

#include <limits>
#include <type_traits>

#include <tiltak/core/parallel.hpp>
#include <tiltak/sequence/sum_kernel.hpp>

namespace tiltak::sequence {
namespace {

template <class Buffer, class Cell, class Weight>
void fill(const Square<Cell>& cells, const Grouped& grouped, const Weight* weights, double unit,
          std::vector<double>& sums) {
  const std::size_t k = grouped.begin.size() - 1;
  parallel::for_blocks(cells.size(), 64, [&](std::size_t begin, std::size_t end, std::size_t) {
    std::vector<Buffer> buffer(grouped.places());
    for (std::size_t i = begin; i < end; ++i) {
      gather(grouped, cells.row(i), buffer.data());
      for (std::size_t c = 0; c < k; ++c) {
        const std::size_t from = grouped.begin[c];
        sums[i * k + c] =
            unit * weighted_sum(buffer.data() + from, weights + from, grouped.begin[c + 1] - from);
      }
    }
  });
}

} // namespace

std::vector<double> cluster_sums(const Dissimilarities& d, const std::vector<double>& weights,
                                 const Partition& partition) {
  const Grouped grouped(partition, weights, d.cells.index() == 0 ? 255.0 : 1e300);
  std::vector<double> sums(d.size() * partition.clusters);
  std::visit(
      [&]<class Cell>(const Square<Cell>& cells) {
        if constexpr (std::is_same_v<Cell, std::uint8_t>)
          if (grouped.counted())
            return fill<std::uint8_t>(cells, grouped, grouped.count.data(), d.unit, sums);
        fill<double>(cells, grouped, grouped.weight.data(), d.unit, sums);
      },
      d.cells);
  return sums;
}

std::vector<std::uint32_t> medoids_of(const Partition& p, const std::vector<double>& sums) {
  std::vector<std::uint32_t> medoids(p.clusters, 0);
  std::vector<double> least(p.clusters, std::numeric_limits<double>::infinity());
  for (std::uint32_t i = 0; i < p.cluster.size(); ++i) {
    const std::uint32_t c = p.cluster[i];
    const double sum = sums[i * p.clusters + c];
    if (sum < least[c]) {
      least[c] = sum;
      medoids[c] = i;
    }
  }
  return medoids;
}

} // namespace tiltak::sequence
