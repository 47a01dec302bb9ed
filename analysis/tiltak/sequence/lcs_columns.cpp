#include <tiltak/sequence/lcs_columns.hpp>

#include <algorithm>
#include <cstring>
#include <limits>
#include <numeric>

namespace tiltak::sequence {
namespace {

// Bits 0..t.
std::uint64_t up_to(std::uint16_t t) { return ~std::uint64_t{0} >> (63 - t); }

// From the last to the first: what later columns go on from is either computed by this one or kept
// before it.
void mark_kept(std::vector<LcsColumn>& columns) {
  std::uint64_t wanted = 0;
  for (auto column = columns.rbegin(); column != columns.rend(); ++column) {
    const std::uint64_t before = up_to(column->from);
    column->keep = wanted & ~before;
    wanted = (wanted & before) | std::uint64_t{1} << column->from;
  }
}

} // namespace

LcsColumns::LcsColumns(const Sequences& s)
    : lengths_(s.size()), order_(s.size()), shared_(s.size(), 0) {
  for (std::size_t i = 0; i < s.size(); ++i) lengths_[i] = static_cast<std::uint16_t>(s.length(i));
  std::iota(order_.begin(), order_.end(), 0u);
  if (s.positions > 64) return;
  std::stable_sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::memcmp(s.row(a), s.row(b), s.positions) < 0;
  });
  for (std::size_t c = 1; c < order_.size(); ++c) {
    const std::uint8_t *before = s.row(order_[c - 1]), *row = s.row(order_[c]);
    const auto end = std::mismatch(row, row + s.positions, before).first;
    shared_[c] = static_cast<std::uint16_t>(end - row);
  }
}

std::vector<LcsColumn> LcsColumns::from(std::size_t begin) const {
  std::vector<LcsColumn> columns;
  columns.reserve(order_.size() - begin);
  std::uint16_t shared = 0; // with the last one taken
  for (std::size_t c = 0; c < order_.size(); ++c) {
    shared = std::min(shared, shared_[c]);
    const std::uint32_t row = order_[c];
    if (row < begin) continue;
    const std::uint16_t length = lengths_[row];
    // The last step is always made, so that the result is at hand.
    const auto last = static_cast<std::uint16_t>(length - (length > 0));
    columns.push_back({row, length, std::min(shared, last), 0});
    shared = std::numeric_limits<std::uint16_t>::max();
  }
  mark_kept(columns);
  return columns;
}

} // namespace tiltak::sequence
