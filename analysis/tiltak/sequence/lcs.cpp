#include <tiltak/sequence/lcs.hpp>

#include <algorithm>

#include <tiltak/core/parallel.hpp>
#include <tiltak/sequence/blocks.hpp>
#include <tiltak/sequence/lcs_kernel.hpp>

namespace tiltak::sequence {
namespace {

// 32 rows as bits, aligned for the widest vectors.
class Bits {
public:
  Bits(const Sequences& s, std::size_t begin)
      : words_((s.positions + 63) / 64), present_(s.states() * words_ * lcs_rows + 8, 0),
        mask_(words_ * lcs_rows + 8, 0) {
    const std::size_t end = std::min(begin + lcs_rows, s.size());
    for (std::size_t i = begin; i < end; ++i) add(s, i, i - begin);
  }

  LcsBlock block() const { return {aligned(present_), aligned(mask_), words_}; }

private:
  static const std::uint64_t* aligned(const std::vector<std::uint64_t>& v) {
    const auto address = reinterpret_cast<std::uintptr_t>(v.data());
    return v.data() + ((64 - address % 64) % 64) / sizeof(std::uint64_t);
  }

  void add(const Sequences& s, std::size_t i, std::size_t lane) {
    const std::size_t present = static_cast<std::size_t>(aligned(present_) - present_.data());
    const std::size_t mask = static_cast<std::size_t>(aligned(mask_) - mask_.data());
    for (std::size_t t = 0; t < s.length(i); ++t) {
      const std::uint64_t bit = std::uint64_t{1} << (t % 64);
      const std::size_t state = s.row(i)[t];
      present_[present + (state * words_ + t / 64) * lcs_rows + lane] |= bit;
      mask_[mask + t / 64 * lcs_rows + lane] |= bit;
    }
  }

  std::size_t words_;
  std::vector<std::uint64_t> present_;
  std::vector<std::uint64_t> mask_;
};

// The rows from `begin` on, so that results land in the lower triangle, 32 cells in one piece.
template <class Cell>
void fill(const Sequences& s, const LcsColumns& columns, Square<Cell>& square,
          const Progress& progress) {
  in_blocks("LCS distances", s.size(), lcs_rows, progress, [&](std::size_t begin, std::size_t) {
    const Bits bits(s, begin);
    const std::vector<LcsColumn> some = columns.from(begin);
    const LcsOthers others{s.codes.data(), s.positions, some.data(), some.size(), square.stride()};
    lcs_block(bits.block(), others, square.row(0) + begin);
  });
}

// From p - S to p + q - 2 S.
template <class Cell> void add_lengths(const LcsColumns& columns, Square<Cell>& square) {
  parallel::for_each(square.size(), [&](std::size_t j) {
    Cell* row = square.row(j);
    for (std::size_t i = 0; i <= j; ++i)
      row[i] = static_cast<Cell>(2 * row[i] + columns.length(j) - columns.length(i));
  });
}

template <class Cell> Dissimilarities all_pairs(const Sequences& s, const Progress& progress) {
  const LcsColumns columns(s);
  Square<Cell> square(s.size());
  fill(s, columns, square, progress);
  const bool equal = s.equally_long();
  if (!equal) add_lengths(columns, square);
  mirror(square);
  return {std::move(square), equal ? 2.0 : 1.0};
}

} // namespace

Dissimilarities lcs(const Sequences& s, const Progress& progress) {
  return s.positions <= 64 ? all_pairs<std::uint8_t>(s, progress)
                           : all_pairs<std::uint16_t>(s, progress);
}

} // namespace tiltak::sequence
