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

HWY_INLINE Vector step(Vector v, Vector absent) {
  return hn::OrAnd(hn::Add(v, hn::AndNot(absent, v)), v, absent);
}

template <class Cell> HWY_INLINE void store_counts(Vector left, Cell* out) {
  const Lanes d;
  HWY_ALIGN std::uint64_t counts[lanes];
  hn::Store(left, d, counts);
  for (std::size_t l = 0; l < lanes; ++l)
    out[l] = static_cast<Cell>(counts[l]);
}

// Four vectors go side by side: a step waits for the one before it, the four do not.
void one_word(const LcsBlock& block, const LcsOthers& others, std::uint8_t* out) {
  const Lanes d;
  const Vector ones = hn::Set(d, ~std::uint64_t{0});
  for (std::size_t part = 0; part < lcs_rows; part += 4 * lanes) {
    for (std::size_t j = 0; j < others.count; ++j) {
      const std::uint8_t* codes = others.codes + j * others.positions;
      Vector v0 = ones, v1 = ones, v2 = ones, v3 = ones;
      for (std::size_t t = 0; t < others.lengths[j]; ++t) {
        const std::uint64_t* absent = block.absent + codes[t] * lcs_rows + part;
        v0 = step(v0, hn::Load(d, absent));
        v1 = step(v1, hn::Load(d, absent + lanes));
        v2 = step(v2, hn::Load(d, absent + 2 * lanes));
        v3 = step(v3, hn::Load(d, absent + 3 * lanes));
      }
      const std::uint64_t* mask = block.mask + part;
      std::uint8_t* to = out + j * others.stride + part;
      const auto left = [&](Vector v, std::size_t k) {
        return hn::PopulationCount(hn::And(v, hn::Load(d, mask + k * lanes)));
      };
      store_counts(left(v0, 0), to);
      store_counts(left(v1, 1), to + lanes);
      store_counts(left(v2, 2), to + 2 * lanes);
      store_counts(left(v3, 3), to + 3 * lanes);
    }
  }
}

// The sum of a word may carry into the next one.
HWY_INLINE void step_words(Vector* v, const std::uint64_t* absent, std::size_t words) {
  const Lanes d;
  Vector carry = hn::Zero(d);
  for (std::size_t w = 0; w < words; ++w) {
    const Vector a = hn::Load(d, absent + w * lcs_rows);
    const Vector u = hn::AndNot(a, v[w]);
    const Vector sum = hn::Add(hn::Add(v[w], u), carry);
    // u is part of v, so v | u is v: the carry out of the highest bit of v + u + carry.
    carry = hn::ShiftRight<63>(hn::Or(u, hn::AndNot(sum, v[w])));
    v[w] = hn::OrAnd(sum, v[w], a);
  }
}

void many_words(const LcsBlock& block, const LcsOthers& others, std::uint16_t* out) {
  const Lanes d;
  Vector v[most_words];
  for (std::size_t part = 0; part < lcs_rows; part += lanes) {
    for (std::size_t j = 0; j < others.count; ++j) {
      const std::uint8_t* codes = others.codes + j * others.positions;
      for (std::size_t w = 0; w < block.words; ++w)
        v[w] = hn::Set(d, ~std::uint64_t{0});
      for (std::size_t t = 0; t < others.lengths[j]; ++t)
        step_words(v, block.absent + codes[t] * block.words * lcs_rows + part, block.words);
      Vector left = hn::Zero(d);
      for (std::size_t w = 0; w < block.words; ++w)
        left = hn::Add(left, hn::PopulationCount(
                                 hn::And(v[w], hn::Load(d, block.mask + w * lcs_rows + part))));
      store_counts(left, out + j * others.stride + part);
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
