#include <tiltak/sequence/pair_order.hpp>

#include <algorithm>
#include <limits>
#include <type_traits>

#include <tiltak/core/parallel.hpp>
#include <tiltak/sequence/blocks.hpp>

namespace tiltak::sequence {
namespace {

constexpr const char* distances_of_pairs = "distances of pairs";

// counts[(pair of clusters) * values + cell]
class Counts {
public:
  Counts(std::size_t clusters, std::size_t values)
      : clusters_(clusters), values_(values), counts_(clusters * clusters * values, 0.0) {}

  // Pairs of row i with the rows before it, in both orders, and with itself. Two strands, because
  // neighbouring rows often hit one cell, and an addition waits for the one before it.
  template <class Cell>
  void add(const Cell* row, std::size_t i, const std::vector<double>& weights, const Partition& p) {
    strand_.assign(2 * clusters_ * values_, 0.0);
    double* const one = strand_.data();
    double* const other = one + clusters_ * values_;
    std::size_t j = 0;
    for (; j + 2 <= i; j += 2) {
      one[p.cluster[j] * values_ + row[j]] += weights[j];
      other[p.cluster[j + 1] * values_ + row[j + 1]] += weights[j + 1];
    }
    for (; j < i; ++j) one[p.cluster[j] * values_ + row[j]] += weights[j];
    double* to = counts_.data() + p.cluster[i] * clusters_ * values_;
    for (std::size_t c = 0; c < clusters_ * values_; ++c)
      to[c] += 2 * weights[i] * (one[c] + other[c]);
    to[p.cluster[i] * values_] += weights[i] * weights[i];
  }

  Counts& operator+=(const Counts& other) {
    for (std::size_t c = 0; c < counts_.size(); ++c) counts_[c] += other.counts_[c];
    return *this;
  }

  void visit(double unit, const VisitPairs& visit) const {
    for (std::size_t v = 0; v < values_; ++v)
      for (std::size_t pair = 0; pair < clusters_ * clusters_; ++pair)
        if (const double w = counts_[pair * values_ + v]; w != 0)
          visit(unit * static_cast<double>(v), pair, w);
  }

private:
  std::size_t clusters_, values_;
  std::vector<double> counts_, strand_;
};

template <class Cell>
void count_in_order(const Square<Cell>& cells, double unit, std::size_t values,
                    const std::vector<double>& weights, const Partition& p,
                    const VisitPairs& visit) {
  // A fixed number of parts, whatever the threads; each holds a table.
  const std::size_t part = std::max<std::size_t>(64, (cells.size() + 15) / 16);
  const std::size_t parts = (cells.size() + part - 1) / part;
  std::vector<Counts> of_part(parts, Counts(p.clusters, values));
  parallel::for_each(parts, [&](std::size_t k) {
    // Every parts-th row, so that parts hold about as many pairs of the triangle.
    for (std::size_t i = k; i < cells.size(); i += parts)
      of_part[k].add(cells.row(i), i, weights, p);
  });
  for (std::size_t k = 1; k < parts; ++k) of_part[0] += of_part[k];
  of_part[0].visit(unit, visit);
}

struct Pair {
  double d;
  std::uint32_t i, j;
};

// Bounds of ranges that hold about `most` pairs each, from a sample of the pairs.
std::vector<double> range_bounds(const Square<double>& cells, std::size_t most) {
  const std::size_t n = cells.size();
  const std::size_t ranges = n * n / 2 / most + 1;
  std::vector<double> sample;
  const std::size_t step = std::max<std::size_t>(1, n * n / 2 / (ranges * 1000));
  for (std::size_t i = 0, skip = 0; i < n; ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (++skip % step == 0) sample.push_back(cells.row(i)[j]);
  std::sort(sample.begin(), sample.end());
  std::vector<double> bounds{-1.0}; // below every distance
  for (std::size_t r = 1; r < ranges && !sample.empty(); ++r) {
    const double bound = sample[r * sample.size() / ranges];
    if (bound > bounds.back()) bounds.push_back(bound);
  }
  bounds.push_back(std::numeric_limits<double>::infinity());
  return bounds;
}

void collect(const Square<double>& cells, double above, double up_to, std::vector<Pair>& pairs) {
  pairs.clear();
  for (std::uint32_t i = 0; i < cells.size(); ++i) {
    const double* row = cells.row(i);
    for (std::uint32_t j = 0; j < i; ++j)
      if (row[j] > above && row[j] <= up_to) pairs.push_back({row[j], i, j});
  }
  std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
    if (a.d != b.d) return a.d < b.d;
    return a.i != b.i ? a.i < b.i : a.j < b.j; // sums of weights in one order everywhere
  });
}

void sort_in_order(const Square<double>& cells, const std::vector<double>& weights,
                   const Partition& p, const Progress& progress, const VisitPairs& visit) {
  constexpr std::size_t held = std::size_t{8} << 20;
  for (std::size_t i = 0; i < cells.size(); ++i)
    visit(0.0, p.cluster[i] * p.clusters + p.cluster[i], weights[i] * weights[i]);
  const std::vector<double> bounds = range_bounds(cells, held);
  std::vector<Pair> pairs;
  for (std::size_t r = 0; r + 1 < bounds.size(); ++r) {
    progress(distances_of_pairs, r, bounds.size() - 1);
    collect(cells, bounds[r], bounds[r + 1], pairs);
    for (const Pair& pair : pairs)
      visit(pair.d, p.cluster[pair.i] * p.clusters + p.cluster[pair.j],
            2 * weights[pair.i] * weights[pair.j]);
  }
  progress(distances_of_pairs, 1, 1);
}

} // namespace

void in_order(const Dissimilarities& d, const std::vector<double>& weights, const Partition& p,
              const Progress& progress, const VisitPairs& visit) {
  std::visit(
      [&]<class Cell>(const Square<Cell>& cells) {
        if constexpr (std::is_integral_v<Cell>) {
          const auto values = static_cast<std::size_t>(largest(d) / d.unit) + 1;
          count_in_order(cells, d.unit, values, weights, p, visit);
        } else {
          sort_in_order(cells, weights, p, progress, visit);
        }
      },
      d.cells);
}

} // namespace tiltak::sequence
