#include <tiltak/sequence/swaps.hpp>

#include <limits>
#include <type_traits>

#include <tiltak/core/parallel.hpp>
#include <tiltak/sequence/grouped.hpp>
#include <tiltak/sequence/sum_kernel.hpp>

namespace tiltak::sequence {
namespace {

// Each row's nearest medoid, and the distances to it and to the second nearest.
template <class Cell> struct Neighbours {
  Partition nearest;
  std::vector<Cell> near, second;
};

template <class Cell>
Neighbours<Cell> neighbours(const Square<Cell>& cells, const std::vector<std::uint32_t>& medoids) {
  constexpr Cell far = std::numeric_limits<Cell>::max();
  const std::size_t n = cells.size();
  Neighbours<Cell> all{{std::vector<std::uint32_t>(n, 0), medoids.size()},
                       std::vector<Cell>(n, far),
                       std::vector<Cell>(n, far)};
  for (std::uint32_t c = 0; c < medoids.size(); ++c) {
    const Cell* row = cells.row(medoids[c]);
    for (std::size_t i = 0; i < n; ++i) {
      if (row[i] < all.near[i]) {
        all.second[i] = all.near[i];
        all.near[i] = row[i];
        all.nearest.cluster[i] = c;
      } else if (row[i] < all.second[i]) {
        all.second[i] = row[i];
      }
    }
  }
  return all;
}

bool better(const Swap& a, const Swap& b) {
  if (a.gain != b.gain)
    return a.gain < b.gain;
  return a.slot != b.slot ? a.slot < b.slot : a.candidate < b.candidate;
}

// With x as a new medoid, a row of slot c costs min(d, second) if slot c is given up and
// min(d, near) if another one is.
template <class Buffer, class Cell, class Weight> class Search {
public:
  Search(const Square<Cell>& cells, const Grouped& grouped, const Weight* weights,
         const Neighbours<Cell>& neighbours)
      : cells_(cells), grouped_(grouped), weights_(weights), neighbours_(neighbours),
        near_(grouped.places()), second_(grouped.places()) {
    gather(grouped, neighbours.near.data(), near_.data());
    gather(grouped, neighbours.second.data(), second_.data());
    for (std::size_t c = 0; c < slots(); ++c) {
      const std::size_t from = grouped.begin[c];
      cost_ += weighted_sum(near_.data() + from, weights + from, length(c));
    }
  }

  Swap best() const {
    const std::size_t blocks = (cells_.size() + block - 1) / block;
    std::vector<Swap> of_block(blocks);
    parallel::for_blocks(cells_.size(), block,
                         [&](std::size_t begin, std::size_t end, std::size_t b) {
                           std::vector<Buffer> row(grouped_.places());
                           std::vector<double> gain(slots());
                           for (std::size_t x = begin; x < end; ++x)
                             if (neighbours_.near[x] != Cell{})
                               consider(x, row, gain, of_block[b]);
                         });
    Swap best;
    for (const Swap& swap : of_block)
      if (better(swap, best))
        best = swap;
    return best;
  }

  Swap first(std::size_t from, std::size_t count, double threshold) const {
    std::vector<Buffer> row(grouped_.places());
    std::vector<double> gain(slots());
    for (std::size_t c = 0; c < count; ++c) {
      const std::size_t x = (from + c) % cells_.size();
      Swap swap;
      if (neighbours_.near[x] != Cell{})
        consider(x, row, gain, swap);
      if (swap.gain < threshold)
        return swap;
    }
    return {};
  }

private:
  static constexpr std::size_t block = 64;
  std::size_t slots() const { return grouped_.begin.size() - 1; }
  std::size_t length(std::size_t c) const { return grouped_.begin[c + 1] - grouped_.begin[c]; }

  void consider(std::size_t x, std::vector<Buffer>& row, std::vector<double>& gain,
                Swap& best) const {
    gather(grouped_, cells_.row(x), row.data());
    double total = 0;
    for (std::size_t c = 0; c < slots(); ++c) {
      const std::size_t from = grouped_.begin[c];
      const CappedSums sums =
          capped_sums(Capped<Buffer, Weight>{row.data() + from, near_.data() + from,
                                             second_.data() + from, weights_ + from},
                      length(c));
      total += sums.near;
      gain[c] = sums.second - sums.near;
    }
    for (std::size_t c = 0; c < slots(); ++c) {
      const Swap swap{total + gain[c] - cost_, c, static_cast<std::uint32_t>(x)};
      if (better(swap, best))
        best = swap;
    }
  }

  const Square<Cell>& cells_;
  const Grouped& grouped_;
  const Weight* weights_;
  const Neighbours<Cell>& neighbours_;
  std::vector<Buffer> near_, second_;
  double cost_ = 0;
};

// search(Search) for the cells and weights at hand.
template <class Use>
Swap with_search(const Dissimilarities& d, const std::vector<double>& weights,
                 const std::vector<std::uint32_t>& medoids, const Use& use) {
  Swap swap = std::visit(
      [&]<class Cell>(const Square<Cell>& cells) {
        constexpr bool bytes = std::is_same_v<Cell, std::uint8_t>;
        const Neighbours<Cell> all = neighbours(cells, medoids);
        const Grouped grouped(all.nearest, weights, bytes ? 255 : 1e300);
        if constexpr (bytes)
          if (grouped.counted())
            return use(Search<std::uint8_t, Cell, std::int16_t>(cells, grouped,
                                                                grouped.count.data(), all));
        return use(Search<double, Cell, double>(cells, grouped, grouped.weight.data(), all));
      },
      d.cells);
  swap.gain *= d.unit;
  return swap;
}

} // namespace

Swap best_swap(const Dissimilarities& d, const std::vector<double>& weights,
               const std::vector<std::uint32_t>& medoids) {
  return with_search(d, weights, medoids, [](const auto& search) { return search.best(); });
}

Swap first_gain(const Dissimilarities& d, const std::vector<double>& weights,
                const std::vector<std::uint32_t>& medoids, std::size_t from, std::size_t count,
                double threshold) {
  return with_search(d, weights, medoids, [&](const auto& search) {
    return search.first(from, count, threshold / d.unit);
  });
}

} // namespace tiltak::sequence
