#include <tiltak/measure/catalogue.hpp>

#include <tiltak/core/exact.hpp>

namespace tiltak {

std::array<float, effect_months> after_effect(const Measure& measure) {
  std::array<float, effect_months> factors{};
  for (std::size_t m = 0; m < effect_months; ++m) {
    const int month = static_cast<int>(m);
    const double size = month < measure.delay
                            ? measure.effect * (month + 1) / (measure.delay + 1)
                            : measure.effect * exact::exp(-measure.decay * (month - measure.delay));
    factors[m] = static_cast<float>(exact::exp(size));
  }
  return factors;
}

} // namespace tiltak
