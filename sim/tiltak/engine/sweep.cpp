#include <tiltak/engine/sweep.hpp>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "tiltak/engine/sweep.cpp"
#include <hwy/foreach_target.h>

#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace tiltak::HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;

// Appends first + (number of each bit that is set) to the list.
HWY_INLINE std::size_t list_bits(std::uint64_t bits, std::size_t first, std::uint16_t* list) {
  std::size_t count = 0;
  for (; bits != 0; bits &= bits - 1)
    list[count++] =
        static_cast<std::uint16_t>(first + static_cast<std::size_t>(__builtin_ctzll(bits)));
  return count;
}

template <class D, class Mask> HWY_INLINE std::uint64_t bits_of(D d, Mask mask) {
  std::uint64_t bits = 0;
  hn::StoreMaskBits(d, mask, reinterpret_cast<std::uint8_t*>(&bits));
  return bits;
}

std::size_t leaving(const std::uint32_t* words, const std::uint16_t* bounds, std::size_t n,
                    std::uint16_t* list) {
  const hn::ScalableTag<std::uint32_t> d;
  const hn::Rebind<std::uint16_t, decltype(d)> half;
  const std::size_t lanes = hn::Lanes(d);
  std::size_t i = 0, count = 0;
  for (; i + lanes <= n; i += lanes) {
    const auto draw = hn::ShiftRight<16>(hn::LoadU(d, words + i));
    const auto bound = hn::PromoteTo(d, hn::LoadU(half, bounds + i));
    // As signed numbers: both are below 2^16, and not every machine compares unsigned ones.
    const hn::RebindToSigned<decltype(d)> s;
    const auto stays = hn::Gt(hn::BitCast(s, draw), hn::BitCast(s, bound));
    const std::uint64_t all = lanes == 64 ? ~0ull : (1ull << lanes) - 1;
    count += list_bits(~bits_of(s, stays) & all, i, list + count);
  }
  for (; i < n; ++i)
    if (words[i] >> 16 <= bounds[i]) list[count++] = static_cast<std::uint16_t>(i);
  return count;
}

std::size_t due_now(const std::uint8_t* due, std::uint8_t month, std::size_t n,
                    std::uint16_t* list) {
  const hn::ScalableTag<std::uint8_t> d;
  const std::size_t lanes = hn::Lanes(d);
  const auto now = hn::Set(d, month);
  std::size_t i = 0, count = 0;
  for (; i + lanes <= n; i += lanes)
    count += list_bits(bits_of(d, hn::Eq(hn::LoadU(d, due + i), now)), i, list + count);
  for (; i < n; ++i)
    if (due[i] == month) list[count++] = static_cast<std::uint16_t>(i);
  return count;
}

std::size_t waiting(const std::uint8_t* pair, std::uint8_t one, std::uint8_t other,
                    const std::uint8_t* notified, std::size_t n, std::uint16_t* list) {
  const hn::ScalableTag<std::uint8_t> d;
  const std::size_t lanes = hn::Lanes(d);
  const auto first = hn::Set(d, one), second = hn::Set(d, other), none = hn::Zero(d);
  std::size_t i = 0, count = 0;
  for (; i + lanes <= n; i += lanes) {
    const auto now = hn::LoadU(d, pair + i);
    const auto here = hn::Or(hn::Eq(now, first), hn::Eq(now, second));
    const auto free = hn::Eq(hn::LoadU(d, notified + i), none);
    count += list_bits(bits_of(d, hn::And(here, free)), i, list + count);
  }
  for (; i < n; ++i)
    if ((pair[i] == one || pair[i] == other) && notified[i] == 0)
      list[count++] = static_cast<std::uint16_t>(i);
  return count;
}

} // namespace
} // namespace tiltak::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace tiltak {
HWY_EXPORT(leaving);
HWY_EXPORT(due_now);
HWY_EXPORT(waiting);

std::size_t may_leave(std::span<const std::uint32_t> words, const std::uint16_t* bounds,
                      SweepList& list) {
  return HWY_DYNAMIC_DISPATCH(leaving)(words.data(), bounds, words.size(), list);
}

std::size_t are_due(std::span<const std::uint8_t> due, std::uint8_t month, SweepList& list) {
  return HWY_DYNAMIC_DISPATCH(due_now)(due.data(), month, due.size(), list);
}

std::size_t are_waiting(std::span<const std::uint8_t> pair, std::array<std::uint8_t, 2> either,
                        const std::uint8_t* notified, SweepList& list) {
  return HWY_DYNAMIC_DISPATCH(waiting)(pair.data(), either[0], either[1], notified, pair.size(),
                                       list);
}

} // namespace tiltak
#endif
