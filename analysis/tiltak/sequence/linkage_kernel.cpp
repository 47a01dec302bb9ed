#include <tiltak/sequence/linkage_kernel.hpp>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "tiltak/sequence/linkage_kernel.cpp"
#include <hwy/foreach_target.h>

#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace tiltak::sequence::HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;
using Lanes = hn::ScalableTag<double>;
using Vector = hn::Vec<Lanes>;

constexpr std::size_t lanes = hn::MaxLanes(Lanes());

HWY_INLINE Vector load(const double* p) {
  return hn::LoadU(Lanes(), p);
}
HWY_INLINE Vector load(const std::int32_t* p) {
  const hn::Rebind<std::int32_t, Lanes> narrow;
  return hn::PromoteTo(Lanes(), hn::LoadU(narrow, p));
}

// The vector form of height() in the header: the same operations in the same order.
struct Ward {
  Vector a, a2, within;
  explicit HWY_INLINE Ward(Cluster c)
      : a(hn::Set(Lanes(), c.weight)), a2(hn::Set(Lanes(), c.weight * c.weight)),
        within(hn::Set(Lanes(), c.within)) {}
  static constexpr Criterion criterion = Criterion::ward;
  HWY_INLINE Vector operator()(Vector sum, const double* weight, const double* other) const {
    const Vector b = load(weight);
    const Vector product = hn::Mul(a, b);
    const Vector inner = hn::Add(hn::Mul(within, hn::Mul(b, b)), hn::Mul(load(other), a2));
    const Vector gap = hn::Sub(hn::Mul(sum, product), inner);
    return hn::Div(hn::Add(gap, gap), hn::Mul(product, hn::Add(a, b)));
  }
};

struct Average {
  Vector a;
  explicit HWY_INLINE Average(Cluster c) : a(hn::Set(Lanes(), c.weight)) {}
  static constexpr Criterion criterion = Criterion::average;
  HWY_INLINE Vector operator()(Vector sum, const double* weight, const double* other) const {
    return hn::Add(hn::Div(sum, hn::Mul(a, load(weight))), load(other));
  }
};

struct Plain {
  explicit Plain(Cluster) {}
  static constexpr Criterion criterion = Criterion::plain;
  HWY_INLINE Vector operator()(Vector sum, const double*, const double* other) const {
    return hn::Add(sum, load(other));
  }
};

// Every lane keeps its own lowest value and where it first stood.
class Lowest {
public:
  // Written out: an implicit constructor would not be compiled for the target.
  HWY_INLINE Lowest()
      : best_(hn::Set(Lanes(), std::numeric_limits<double>::infinity())), where_(hn::Zero(Lanes())),
        at_(hn::Iota(Lanes(), 0.0)), step_(hn::Set(Lanes(), static_cast<double>(lanes))) {}
  HWY_INLINE void meet(Vector value) {
    const auto lower = hn::Lt(value, best_);
    best_ = hn::IfThenElse(lower, value, best_);
    where_ = hn::IfThenElse(lower, at_, where_);
    at_ = hn::Add(at_, step_);
  }
  HWY_INLINE Nearest result() const {
    HWY_ALIGN double best[lanes];
    HWY_ALIGN double where[lanes];
    hn::Store(best_, Lanes(), best);
    hn::Store(where_, Lanes(), where);
    Nearest n;
    for (std::size_t l = 0; l < lanes; ++l) {
      const auto index = static_cast<std::size_t>(where[l]);
      if (best[l] < n.height || (best[l] == n.height && index < n.index))
        n = {best[l], index};
    }
    return n;
  }

private:
  Vector best_, where_, at_, step_;
};

template <class Height, class Sum>
HWY_INLINE Nearest nearest_by(const Sum* sums, const double* weights, const double* within,
                              std::size_t count, Cluster a) {
  const Height height_of(a);
  Lowest lowest;
  std::size_t j = 0;
  for (; j + lanes <= count; j += lanes)
    lowest.meet(height_of(load(sums + j), weights + j, within + j));
  Nearest n = lowest.result();
  for (; j < count; ++j) {
    const double h =
        height(Height::criterion, static_cast<double>(sums[j]), a, {weights[j], within[j]});
    if (h < n.height)
      n = {h, j};
  }
  return n;
}

template <class Sum>
HWY_INLINE Nearest nearest_any(Criterion criterion, const Sum* sums, const double* weights,
                               const double* within, std::size_t count, Cluster a) {
  if (criterion == Criterion::ward)
    return nearest_by<Ward>(sums, weights, within, count, a);
  if (criterion == Criterion::average)
    return nearest_by<Average>(sums, weights, within, count, a);
  return nearest_by<Plain>(sums, weights, within, count, a);
}

Nearest nearest_i32(Criterion criterion, const std::int32_t* sums, const double* weights,
                    const double* within, std::size_t count, Cluster a) {
  return nearest_any(criterion, sums, weights, within, count, a);
}

Nearest nearest_f64(Criterion criterion, const double* sums, const double* weights,
                    const double* within, std::size_t count, Cluster a) {
  return nearest_any(criterion, sums, weights, within, count, a);
}

Nearest lowest_f64(const double* values, std::size_t count) {
  Lowest low;
  std::size_t j = 0;
  for (; j + lanes <= count; j += lanes)
    low.meet(load(values + j));
  Nearest n = low.result();
  for (; j < count; ++j)
    if (values[j] < n.height)
      n = {values[j], j};
  return n;
}

} // namespace
} // namespace tiltak::sequence::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace tiltak::sequence {

HWY_EXPORT(nearest_i32);
HWY_EXPORT(nearest_f64);
HWY_EXPORT(lowest_f64);

Nearest nearest(Criterion criterion, const std::int32_t* sums, const double* weights,
                const double* within, std::size_t count, Cluster a) {
  return HWY_DYNAMIC_DISPATCH(nearest_i32)(criterion, sums, weights, within, count, a);
}

Nearest nearest(Criterion criterion, const double* sums, const double* weights,
                const double* within, std::size_t count, Cluster a) {
  return HWY_DYNAMIC_DISPATCH(nearest_f64)(criterion, sums, weights, within, count, a);
}

Nearest lowest(const double* values, std::size_t count) {
  return HWY_DYNAMIC_DISPATCH(lowest_f64)(values, count);
}

} // namespace tiltak::sequence
#endif
