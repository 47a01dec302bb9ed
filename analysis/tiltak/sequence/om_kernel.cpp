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

// One sequence against the rows: a column of the table of prefixes' distances, moved along.
struct Column {
  const std::uint8_t* codes;
  std::size_t length;
  double* cells; // (positions + 1) x lanes
};

// A step of two columns at once: within one, each cell waits for the one before it.
HWY_INLINE void step(const OmBlock& block, const double* cost_a, const double* cost_b, double* a,
                     double* b) {
  const Lanes d;
  const Vector indel = hn::Set(d, block.indel);
  Vector diagonal_a = hn::LoadU(d, a), diagonal_b = hn::LoadU(d, b);
  Vector left_a = hn::Add(diagonal_a, indel), left_b = hn::Add(diagonal_b, indel);
  hn::StoreU(left_a, d, a);
  hn::StoreU(left_b, d, b);
  for (std::size_t p = 1; p <= block.positions; ++p) {
    const Vector above_a = hn::LoadU(d, a + p * lanes);
    const Vector above_b = hn::LoadU(d, b + p * lanes);
    const Vector put_a = hn::Add(diagonal_a, hn::LoadU(d, cost_a + (p - 1) * om_rows));
    const Vector put_b = hn::Add(diagonal_b, hn::LoadU(d, cost_b + (p - 1) * om_rows));
    left_a = hn::Min(hn::Min(hn::Add(above_a, indel), put_a), hn::Add(left_a, indel));
    left_b = hn::Min(hn::Min(hn::Add(above_b, indel), put_b), hn::Add(left_b, indel));
    hn::StoreU(left_a, d, a + p * lanes);
    hn::StoreU(left_b, d, b + p * lanes);
    diagonal_a = above_a;
    diagonal_b = above_b;
  }
}

void start(const OmBlock& block, double* cells) {
  double cost = 0;
  for (std::size_t p = 0; p <= block.positions; ++p, cost += block.indel)
    std::fill_n(cells + p * lanes, lanes, cost);
}

void finish(const OmBlock& block, const Column& column, std::size_t part, double* out) {
  for (std::size_t l = 0; l < lanes; ++l)
    out[part + l] = column.cells[block.lengths[part + l] * lanes + l];
}

void two(const OmBlock& block, std::size_t part, Column a, Column b, double* out_a, double* out_b) {
  start(block, a.cells);
  start(block, b.cells);
  if (a.length == 0) finish(block, a, part, out_a);
  if (b.length == 0) finish(block, b, part, out_b);
  const auto cost = [&](const Column& c, std::size_t t) {
    const std::size_t state = t < c.length ? c.codes[t] : 0; // after its end any state will do
    return block.cost + state * block.positions * om_rows + part;
  };
  for (std::size_t t = 0; t < std::max(a.length, b.length); ++t) {
    step(block, cost(a, t), cost(b, t), a.cells, b.cells);
    if (t + 1 == a.length) finish(block, a, part, out_a);
    if (t + 1 == b.length) finish(block, b, part, out_b);
  }
}

void om_columns(const OmBlock& block, const OmOthers& others, double* out) {
  std::vector<double> cells(2 * (block.positions + 1) * lanes);
  double* const second = cells.data() + cells.size() / 2;
  const auto column = [&](std::size_t j, double* at) {
    return Column{others.codes + j * block.positions, others.lengths[j], at};
  };
  for (std::size_t part = 0; part < om_rows; part += lanes)
    for (std::size_t j = 0; j < others.count; j += 2) {
      const std::size_t k = std::min(j + 1, others.count - 1);
      two(block, part, column(j, cells.data()), column(k, second), out + j * others.stride,
          out + k * others.stride);
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
