#include <tiltak/core/draw_words.hpp>

#include <algorithm>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "tiltak/core/draw_words.cpp"
#include <hwy/foreach_target.h>

#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace tiltak::HWY_NAMESPACE {
namespace {

#if HWY_TARGET != HWY_SCALAR
namespace hn = hwy::HWY_NAMESPACE;

using Wide = hn::ScalableTag<std::uint64_t>;
using Words = hn::Repartition<std::uint32_t, Wide>;
using Vector = hn::Vec<Wide>;

// A counter word of Philox4x32 sits in the lower half of a lane. What is above it is rubbish: the
// multiplication looks at lower halves alone, and so does the end.
HWY_INLINE Vector times(Vector x, Vector multiplier) {
  return hn::MulEven(hn::BitCast(Words(), x), hn::BitCast(Words(), multiplier));
}

struct Counters {
  Vector x0, x1, x2, x3;
};

HWY_INLINE Counters ten_rounds(Counters c, std::uint32_t key0, std::uint32_t key1) {
  const Wide d;
  const Vector m0 = hn::Set(d, 0xD2511F53u), m1 = hn::Set(d, 0xCD9E8D57u);
  for (int round = 0; round < 10; ++round) {
    const Vector p0 = times(c.x0, m0), p1 = times(c.x2, m1);
    c = {hn::Xor(hn::Xor(hn::ShiftRight<32>(p1), c.x1), hn::Set(d, key0)), p1,
         hn::Xor(hn::Xor(hn::ShiftRight<32>(p0), c.x3), hn::Set(d, key1)), p0};
    key0 += 0x9E3779B9u;
    key1 += 0xBB67AE85u;
  }
  return c;
}

HWY_INLINE Vector two_words(Vector low, Vector high) {
  const Wide d;
  return hn::Or(hn::And(low, hn::Set(d, 0xFFFFFFFFu)), hn::ShiftLeft<32>(high));
}

// Gives how many groups of four words it has filled.
std::size_t fill_vectors(const Draws& draws, std::uint32_t group, std::uint32_t month,
                         std::uint32_t purpose, std::uint32_t* words, std::size_t groups) {
  const Wide d;
  const std::size_t lanes = hn::Lanes(d);
  const Vector x1 = hn::Set(d, month), x2 = hn::Set(d, purpose);
  const Vector x3 = hn::Set(d, draws.replication());
  std::size_t g = 0;
  for (; g + lanes <= groups; g += lanes) {
    const Vector x0 = hn::Iota(d, group + g);
    const Counters c = ten_rounds({x0, x1, x2, x3}, draws.key_word(0), draws.key_word(1));
    hn::StoreInterleaved2(two_words(c.x0, c.x1), two_words(c.x2, c.x3), d,
                          reinterpret_cast<std::uint64_t*>(words + 4 * g));
  }
  return g;
}

// The words of persons anywhere: a lane for each, of whose four words one is hers.
std::size_t pick_vectors(const Draws& draws, const std::uint32_t* persons, std::uint32_t month,
                         std::uint32_t purpose, std::uint32_t* words, std::size_t n) {
  const Wide d;
  const hn::Rebind<std::uint32_t, Wide> half;
  const std::size_t lanes = hn::Lanes(d);
  const Vector x1 = hn::Set(d, month), x2 = hn::Set(d, purpose);
  const Vector x3 = hn::Set(d, draws.replication());
  const Vector low = hn::Set(d, 0xFFFFFFFFu), one = hn::Set(d, 1), two = hn::Set(d, 2);
  std::size_t i = 0;
  for (; i + lanes <= n; i += lanes) {
    const Vector who = hn::PromoteTo(d, hn::LoadU(half, persons + i));
    const Counters c =
        ten_rounds({hn::ShiftRight<2>(who), x1, x2, x3}, draws.key_word(0), draws.key_word(1));
    const auto odd = hn::Eq(hn::And(who, one), one), upper = hn::Eq(hn::And(who, two), two);
    const Vector word =
        hn::IfThenElse(upper, hn::IfThenElse(odd, c.x3, c.x2), hn::IfThenElse(odd, c.x1, c.x0));
    hn::StoreU(hn::TruncateTo(half, hn::And(word, low)), half, words + i);
  }
  return i;
}
#else
std::size_t pick_vectors(const Draws&, const std::uint32_t*, std::uint32_t, std::uint32_t,
                         std::uint32_t*, std::size_t) {
  return 0;
}

std::size_t fill_vectors(const Draws&, std::uint32_t, std::uint32_t, std::uint32_t, std::uint32_t*,
                         std::size_t) {
  return 0;
}
#endif

void fill(const Draws& draws, std::uint32_t group, std::uint32_t month, std::uint32_t purpose,
          std::uint32_t* words, std::size_t groups) {
  std::size_t g = fill_vectors(draws, group, month, purpose, words, groups);
  for (; g < groups; ++g) {
    const DrawBlock block = draws.block(group + static_cast<std::uint32_t>(g),
                                        static_cast<std::int32_t>(month), purpose);
    std::copy(block.begin(), block.end(), words + 4 * g);
  }
}

void pick(const Draws& draws, const std::uint32_t* persons, std::uint32_t month,
          std::uint32_t purpose, std::uint32_t* words, std::size_t n) {
  std::size_t i = pick_vectors(draws, persons, month, purpose, words, n);
  for (; i < n; ++i)
    words[i] =
        draws.block(persons[i] / 4, static_cast<std::int32_t>(month), purpose)[persons[i] % 4];
}

} // namespace
} // namespace tiltak::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace tiltak {
HWY_EXPORT(fill);
HWY_EXPORT(pick);

void fill_words(const Draws& draws, std::uint32_t first, std::int32_t month, Purpose purpose,
                std::span<std::uint32_t> words) {
  HWY_DYNAMIC_DISPATCH(fill)
  (draws, first / 4, static_cast<std::uint32_t>(month), static_cast<std::uint32_t>(purpose),
   words.data(), words.size() / 4);
}

void words_of(const Draws& draws, std::span<const std::uint32_t> persons, std::int32_t month,
              Purpose purpose, std::span<std::uint32_t> words) {
  HWY_DYNAMIC_DISPATCH(pick)
  (draws, persons.data(), static_cast<std::uint32_t>(month), static_cast<std::uint32_t>(purpose),
   words.data(), persons.size());
}

} // namespace tiltak
#endif
