#include <tiltak/sequence/om_kernel.hpp>

#include <algorithm>
#include <vector>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "tiltak/sequence/om_kernel.cpp"
#include <hwy/foreach_target.h>

#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace tiltak::sequence::HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;
using Lanes = hn::ScalableTag<double>;
using Vector = hn::Vec<Lanes>;

constexpr std::size_t lanes = hn::MaxLanes(Lanes());

// One sequence against the rows of some lanes: a column of the table of prefixes' distances, moved
// along. Of lane l the first `prefix[l]` months agree, and the table begins behind them.
struct Column {
  const std::uint8_t* codes;
  std::size_t length;
  double* cells; // (positions + 1) x lanes
  double* out;
  std::size_t end_row[lanes]; // where the distance stands
  std::size_t end_column[lanes];
  std::size_t last = 0; // the last of the end columns
  std::size_t prefix[lanes];
  HWY_ALIGN double prefixes[lanes];
};

void trim(const OmBlock& block, std::size_t part, Column& c) {
  c.last = 0;
  for (std::size_t l = 0; l < lanes; ++l) {
    const std::uint8_t* row = block.codes + (part + l) * block.positions;
    std::size_t m = block.lengths[part + l], n = c.length, same = 0;
    while (same < m && same < n && row[same] == c.codes[same])
      ++same;
    while (m > same && n > same && row[m - 1] == c.codes[n - 1])
      --m, --n;
    c.prefix[l] = same;
    c.prefixes[l] = static_cast<double>(same);
    c.end_row[l] = m;
    c.end_column[l] = n;
    c.last = std::max(c.last, n);
  }
}

// Before column t is entered: lanes whose common beginning ends here start, lanes that end here
// give their distance.
void start_and_finish(const OmBlock& block, std::size_t t, Column& c) {
  for (std::size_t l = 0; l < lanes; ++l) {
    if (c.prefix[l] == t)
      for (std::size_t p = t; p <= block.positions; ++p)
        c.cells[p * lanes + l] = block.multiples[p - t];
    if (c.end_column[l] == t)
      c.out[l] = c.cells[c.end_row[l] * lanes + l];
  }
}

// Month t of a column from its row `first` on. In its row `prefix` stands the cost of inserting all
// months since; what stands above is not looked at.
struct Mover {
  const double* cost;
  double* cells;
  Vector prefix, border, left, diagonal;

  HWY_INLINE Mover(const OmBlock& block, const Column& c, std::size_t part, std::size_t t,
                   std::size_t first, Vector indel)
      : cells(c.cells + first * lanes), prefix(hn::Load(Lanes(), c.prefixes)),
        border(hn::Zero(Lanes())), left(border), diagonal(border) {
    const std::size_t state = t < c.length ? c.codes[t] : 0; // after its end any state will do
    cost = block.cost + (state * block.positions + first) * om_rows + part;
    const Vector months = hn::Sub(hn::Set(Lanes(), static_cast<double>(t + 1)), prefix);
    border = hn::Mul(months, indel);
    left = border;
    diagonal = hn::LoadU(Lanes(), cells);
    hn::StoreU(left, Lanes(), cells);
  }

  HWY_INLINE void move(Vector row, Vector indel) {
    cells += lanes;
    const Vector above = hn::LoadU(Lanes(), cells);
    const Vector put = hn::Add(diagonal, hn::LoadU(Lanes(), cost));
    const Vector best = hn::Min(hn::Min(hn::Add(above, indel), put), hn::Add(left, indel));
    left = hn::IfThenElse(hn::Eq(row, prefix), border, best);
    hn::StoreU(left, Lanes(), cells);
    diagonal = above;
    cost += om_rows;
  }
};

// Two columns at once: within one, each cell waits for the one before it.
void two(const OmBlock& block, std::size_t part, Column& a, Column& b) {
  trim(block, part, a);
  trim(block, part, b);
  const std::size_t first = std::min(*std::min_element(a.prefix, a.prefix + lanes),
                                     *std::min_element(b.prefix, b.prefix + lanes));
  const Vector indel = hn::Set(Lanes(), block.multiples[1]);
  const Vector one = hn::Set(Lanes(), 1.0);
  const std::size_t last = std::max(a.last, b.last);
  for (std::size_t t = first;; ++t) {
    start_and_finish(block, t, a);
    start_and_finish(block, t, b);
    if (t >= last)
      break;
    Mover of_a(block, a, part, t, first, indel), of_b(block, b, part, t, first, indel);
    Vector row = hn::Set(Lanes(), static_cast<double>(first));
    for (std::size_t p = first; p < block.positions; ++p) {
      row = hn::Add(row, one);
      of_a.move(row, indel);
      of_b.move(row, indel);
    }
  }
}

void om_columns(const OmBlock& block, const OmOthers& others, double* out) {
  std::vector<double> cells(2 * (block.positions + 1) * lanes, 0.0);
  Column a{}, b{};
  a.cells = cells.data();
  b.cells = cells.data() + cells.size() / 2;
  const auto put = [&](Column& c, std::size_t j, std::size_t part) {
    c.codes = others.codes + j * block.positions;
    c.length = others.lengths[j];
    c.out = out + j * others.stride + part;
  };
  for (std::size_t part = 0; part < om_rows; part += lanes)
    for (std::size_t j = 0; j < others.count; j += 2) {
      put(a, j, part);
      put(b, std::min(j + 1, others.count - 1), part);
      two(block, part, a, b);
    }
}

} // namespace
} // namespace tiltak::sequence::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace tiltak::sequence {

HWY_EXPORT(om_columns);

void om_block(const OmBlock& block, const OmOthers& others, double* out) {
  HWY_DYNAMIC_DISPATCH(om_columns)(block, others, out);
}

} // namespace tiltak::sequence
#endif
