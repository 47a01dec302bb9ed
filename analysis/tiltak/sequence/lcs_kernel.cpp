#include <tiltak/sequence/lcs_kernel.hpp>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "tiltak/sequence/lcs_kernel.cpp"
#include <hwy/foreach_target.h>

#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace tiltak::sequence::HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;
using Lanes = hn::ScalableTag<std::uint64_t>;
using Vector = hn::Vec<Lanes>;

constexpr std::size_t lanes = hn::MaxLanes(Lanes());
constexpr std::size_t most_words = 16;

// Three instructions with AVX-512, where the compiler joins the last two, and one load.
HWY_INLINE Vector step(Vector v, Vector present) {
  const Vector u = hn::And(v, present);
  return hn::Or(hn::Add(v, u), hn::AndNot(u, v));
}

template <class Cell> HWY_INLINE void store_counts(Vector left, Cell* out) {
  const hn::Rebind<Cell, Lanes> cells;
  hn::StoreU(hn::TruncateTo(cells, left), cells, out);
}

// Four vectors go side by side: a step waits for the one before it, the four do not.
class Four {
public:
  HWY_INLINE void load(const std::uint64_t* from) {
    const Lanes d;
    v0 = hn::Load(d, from);
    v1 = hn::Load(d, from + lanes);
    v2 = hn::Load(d, from + 2 * lanes);
    v3 = hn::Load(d, from + 3 * lanes);
  }
  HWY_INLINE void store(std::uint64_t* to) const {
    const Lanes d;
    hn::Store(v0, d, to);
    hn::Store(v1, d, to + lanes);
    hn::Store(v2, d, to + 2 * lanes);
    hn::Store(v3, d, to + 3 * lanes);
  }
  HWY_INLINE void advance(const std::uint64_t* present) {
    const Lanes d;
    v0 = step(v0, hn::Load(d, present));
    v1 = step(v1, hn::Load(d, present + lanes));
    v2 = step(v2, hn::Load(d, present + 2 * lanes));
    v3 = step(v3, hn::Load(d, present + 3 * lanes));
  }
  HWY_INLINE void count(const std::uint64_t* mask, std::uint8_t* out) const {
    store_counts(left(v0, mask), out);
    store_counts(left(v1, mask + lanes), out + lanes);
    store_counts(left(v2, mask + 2 * lanes), out + 2 * lanes);
    store_counts(left(v3, mask + 3 * lanes), out + 3 * lanes);
  }

private:
  static HWY_INLINE Vector left(Vector v, const std::uint64_t* mask) {
    return hn::PopulationCount(hn::And(v, hn::Load(Lanes(), mask)));
  }

  Vector v0, v1, v2, v3;
};

void one_word(const LcsBlock& block, const LcsOthers& others, std::uint8_t* out) {
  HWY_ALIGN std::uint64_t kept[64][4 * lanes]; // after so many positions
  for (std::uint64_t& word : kept[0]) word = ~std::uint64_t{0};
  for (std::size_t part = 0; part < lcs_rows; part += 4 * lanes) {
    const std::uint64_t* present = block.present + part;
    for (std::size_t j = 0; j < others.count; ++j) {
      const LcsColumn& column = others.columns[j];
      const std::uint8_t* codes = others.codes + column.row * others.positions;
      Four v;
      v.load(kept[column.from]);
      std::size_t t = column.from;
      for (std::uint64_t keep = column.keep; keep != 0; keep &= keep - 1) {
        for (const std::size_t end = hwy::Num0BitsBelowLS1Bit_Nonzero64(keep); t < end; ++t)
          v.advance(present + codes[t] * lcs_rows);
        v.store(kept[t]);
      }
      for (; t < column.length; ++t) v.advance(present + codes[t] * lcs_rows);
      v.count(block.mask + part, out + column.row * others.stride + part);
    }
  }
}

// The sum of a word may carry into the next one.
HWY_INLINE void step_words(Vector* v, const std::uint64_t* present, std::size_t words) {
  const Lanes d;
  Vector carry = hn::Zero(d);
  for (std::size_t w = 0; w < words; ++w) {
    const Vector u = hn::And(v[w], hn::Load(d, present + w * lcs_rows));
    const Vector sum = hn::Add(hn::Add(v[w], u), carry);
    // u is part of v, so v | u is v: the carry out of the highest bit of v + u + carry.
    carry = hn::ShiftRight<63>(hn::Or(u, hn::AndNot(sum, v[w])));
    v[w] = hn::Or(sum, hn::AndNot(u, v[w]));
  }
}

void many_words(const LcsBlock& block, const LcsOthers& others, std::uint16_t* out) {
  const Lanes d;
  Vector v[most_words];
  for (std::size_t part = 0; part < lcs_rows; part += lanes) {
    for (std::size_t j = 0; j < others.count; ++j) {
      const LcsColumn& column = others.columns[j];
      const std::uint8_t* codes = others.codes + column.row * others.positions;
      for (std::size_t w = 0; w < block.words; ++w) v[w] = hn::Set(d, ~std::uint64_t{0});
      for (std::size_t t = 0; t < column.length; ++t)
        step_words(v, block.present + codes[t] * block.words * lcs_rows + part, block.words);
      Vector left = hn::Zero(d);
      for (std::size_t w = 0; w < block.words; ++w)
        left = hn::Add(left, hn::PopulationCount(
                                 hn::And(v[w], hn::Load(d, block.mask + w * lcs_rows + part))));
      store_counts(left, out + column.row * others.stride + part);
    }
  }
}

} // namespace
} // namespace tiltak::sequence::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace tiltak::sequence {

HWY_EXPORT(one_word);
HWY_EXPORT(many_words);

void lcs_block(const LcsBlock& block, const LcsOthers& others, std::uint8_t* out) {
  HWY_DYNAMIC_DISPATCH(one_word)(block, others, out);
}

void lcs_block(const LcsBlock& block, const LcsOthers& others, std::uint16_t* out) {
  HWY_DYNAMIC_DISPATCH(many_words)(block, others, out);
}

} // namespace tiltak::sequence
#endif
