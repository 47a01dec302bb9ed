#include <tiltak/sequence/sum_kernel.hpp>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "tiltak/sequence/sum_kernel.cpp"
#include <hwy/foreach_target.h>

#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace tiltak::sequence::HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;

using Words = hn::ScalableTag<std::int16_t>;
using Sums = hn::ScalableTag<std::int32_t>;
using Bytes = hn::Rebind<std::uint8_t, Words>;
constexpr std::size_t words = hn::MaxLanes(Words());

// Sum of integers: any order gives the same.
class Integer {
public:
  HWY_INLINE Integer() : low_(hn::Zero(Sums())), high_(hn::Zero(Sums())) {}
  HWY_INLINE void add(hn::Vec<Bytes> d, const std::int16_t* w) {
    const auto wide = hn::PromoteTo(Words(), d);
    low_ = hn::ReorderWidenMulAccumulate(Sums(), wide, hn::LoadU(Words(), w), low_, high_);
  }
  HWY_INLINE double total() const {
    return static_cast<double>(hn::GetLane(hn::SumOfLanes(Sums(), hn::Add(low_, high_))));
  }

private:
  hn::Vec<Sums> low_, high_;
};

double sum_u8(const std::uint8_t* d, const std::int16_t* w, std::size_t count) {
  Integer sum;
  for (std::size_t i = 0; i < count; i += words)
    sum.add(hn::LoadU(Bytes(), d + i), w + i);
  return sum.total();
}

CappedSums capped_u8(const Capped<std::uint8_t, std::int16_t>& row, std::size_t count) {
  Integer near, second;
  for (std::size_t i = 0; i < count; i += words) {
    const auto d = hn::LoadU(Bytes(), row.d + i);
    near.add(hn::Min(d, hn::LoadU(Bytes(), row.near + i)), row.w + i);
    second.add(hn::Min(d, hn::LoadU(Bytes(), row.second + i)), row.w + i);
  }
  return {near.total(), second.total()};
}

using Reals = hn::ScalableTag<double>;
constexpr std::size_t reals = hn::MaxLanes(Reals());
constexpr std::size_t strands = 8;
constexpr std::size_t vectors = strands / reals;

class Real {
public:
  HWY_INLINE Real() {
    for (auto& s : sums_)
      s = hn::Zero(Reals());
  }
  HWY_INLINE void add(std::size_t v, hn::Vec<Reals> d, const double* w) {
    sums_[v] = hn::Add(sums_[v], hn::Mul(d, hn::LoadU(Reals(), w)));
  }
  HWY_INLINE double total() const {
    HWY_ALIGN double lanes[strands];
    for (std::size_t v = 0; v < vectors; ++v)
      hn::Store(sums_[v], Reals(), lanes + v * reals);
    double sum = 0;
    for (const double lane : lanes)
      sum += lane;
    return sum;
  }

private:
  hn::Vec<Reals> sums_[vectors];
};

double sum_f64(const double* d, const double* w, std::size_t count) {
  Real sum;
  for (std::size_t i = 0; i < count; i += strands)
    for (std::size_t v = 0; v < vectors; ++v) {
      const std::size_t at = i + v * reals;
      sum.add(v, hn::LoadU(Reals(), d + at), w + at);
    }
  return sum.total();
}

CappedSums capped_f64(const Capped<double, double>& row, std::size_t count) {
  Real near, second;
  for (std::size_t i = 0; i < count; i += strands)
    for (std::size_t v = 0; v < vectors; ++v) {
      const std::size_t at = i + v * reals;
      const auto d = hn::LoadU(Reals(), row.d + at);
      near.add(v, hn::Min(d, hn::LoadU(Reals(), row.near + at)), row.w + at);
      second.add(v, hn::Min(d, hn::LoadU(Reals(), row.second + at)), row.w + at);
    }
  return {near.total(), second.total()};
}

} // namespace
} // namespace tiltak::sequence::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace tiltak::sequence {

HWY_EXPORT(sum_u8);
HWY_EXPORT(sum_f64);
HWY_EXPORT(capped_u8);
HWY_EXPORT(capped_f64);

double weighted_sum(const std::uint8_t* d, const std::int16_t* w, std::size_t count) {
  return HWY_DYNAMIC_DISPATCH(sum_u8)(d, w, count);
}
double weighted_sum(const double* d, const double* w, std::size_t count) {
  return HWY_DYNAMIC_DISPATCH(sum_f64)(d, w, count);
}
CappedSums capped_sums(const Capped<std::uint8_t, std::int16_t>& row, std::size_t count) {
  return HWY_DYNAMIC_DISPATCH(capped_u8)(row, count);
}
CappedSums capped_sums(const Capped<double, double>& row, std::size_t count) {
  return HWY_DYNAMIC_DISPATCH(capped_f64)(row, count);
}

} // namespace tiltak::sequence
#endif
