#include <tiltak/measure/effects.hpp>

#include <tiltak/core/exact.hpp>

namespace tiltak {
namespace {

// The months are those of the step's middle: a straight line up to the height, then decay.
double size_after(const Measure& measure, std::size_t step) {
  const double from = effect_step_from[step];
  const double to = step + 1 < effect_steps ? effect_step_from[step + 1] : effect_months;
  const double month = (from + to - 1) / 2;
  if (month < measure.delay) return measure.effect * (month + 1) / (measure.delay + 1);
  return measure.effect * exact::exp(-measure.decay * (month - measure.delay));
}

} // namespace

MeasureEffects::MeasureEffects(const Catalogue& catalogue) : size_{0}, gamma_{0}, supply_share_{0} {
  for (const Measure& measure : catalogue) {
    size_.push_back(measure.lock_in);
    gamma_.push_back(0);
    for (std::size_t step = 0; step < effect_steps; ++step) {
      size_.push_back(size_after(measure, step));
      gamma_.push_back(measure.gamma);
    }
    std::array<std::uint8_t, effect_steps> next{};
    for (std::size_t step = effect_steps - 1; step-- > 0;) {
      const std::size_t c = class_after_measure(next_change_.size(), effect_step_from[step]);
      next[step] = size_[c] != size_[c + 1] ? effect_step_from[step + 1] : next[step + 1];
    }
    next_change_.push_back(next);
    supply_share_.resize(size_.size(), static_cast<float>(measure.supply_share));
  }
}

std::vector<float> MeasureEffects::factors(double gap) const {
  std::vector<float> factors(classes());
  for (std::size_t c = 0; c < classes(); ++c)
    factors[c] = static_cast<float>(exact::exp(size_[c] * exact::exp(gamma_[c] * gap)));
  return factors;
}

} // namespace tiltak
