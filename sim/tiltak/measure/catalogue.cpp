#include <tiltak/measure/catalogue.hpp>

#include <algorithm>

#include <tiltak/core/exact.hpp>

namespace tiltak {

std::array<double, effect_months> effect_shape(const Measure& measure) {
  std::array<double, effect_months> shape{};
  for (std::size_t m = 0; m < effect_months; ++m) {
    const int month = static_cast<int>(m);
    shape[m] = month < measure.delay ? (month + 1.0) / (measure.delay + 1)
                                     : exact::exp(-measure.decay * (month - measure.delay));
  }
  return shape;
}

Money Measure::mean_price() const {
  if (price_step == 0) return price;
  std::int64_t months = 0, early = 0;
  for (int planned = planned_min; planned <= planned_max; ++planned) {
    months += planned;
    early += std::min(planned, price_step);
  }
  return Money{(price.ore * early + price_later.ore * (months - early)) / months};
}

} // namespace tiltak
