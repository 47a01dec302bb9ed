#include <tiltak/measure/effects.hpp>

#include <algorithm>

#include <tiltak/core/exact.hpp>

namespace tiltak {
namespace {

// Shape of the effect in a step: a straight line up to its height 1, then decay. The months are
// those of the step's middle.
double shape_after(const Measure& measure, std::size_t step) {
  const double from = effect_step_from[step];
  const double to = step + 1 < effect_steps ? effect_step_from[step + 1] : effect_months;
  const double month = (from + to - 1) / 2;
  if (month < measure.delay) return (month + 1) / (measure.delay + 1);
  return exact::exp(-measure.decay * (month - measure.delay));
}

std::vector<std::uint8_t> groups_of_types() {
  std::vector<std::uint8_t> sets(type_count);
  for (std::size_t type = 0; type < type_count; ++type) {
    const std::size_t base = type % base_types / frailty_classes;
    const auto education = static_cast<Education>(base % educations.size());
    const auto origin = static_cast<BirthRegion>(base / educations.size() % origins.size());
    sets[type] = static_cast<std::uint8_t>(effect_group_set(type / base_types, origin, education));
  }
  return sets;
}

} // namespace

double group_factor(const Measure& measure, std::size_t groups) {
  double factor = 1;
  for (std::size_t g = 0; g < effect_groups; ++g)
    if ((groups >> g & 1) != 0) factor += measure.group_effect[g];
  return factor;
}

void MeasureEffects::add(double size, double gamma, std::array<double, edge_roles> beside) {
  size_.push_back(size);
  gamma_.push_back(gamma);
  std::array<float, edge_roles> factors{};
  for (std::size_t r = 0; r < edge_roles; ++r) {
    factors[r] = static_cast<float>(exact::exp(beside[r]));
    most_beside_ = std::max(most_beside_, factors[r]);
  }
  beside_.push_back(factors);
}

MeasureEffects::MeasureEffects(const Catalogue& catalogue) : supply_share_{0} {
  add(0, 0, {});
  for (const Measure& measure : catalogue) {
    for (const double effect : measure.group_effect)
      if (effect != 0 && groups_.empty()) groups_ = groups_of_types();
    add(measure.lock_in, 0, {});
    add(measure.threat, 0, {});
    for (std::size_t groups = 0; groups < effect_group_sets; ++groups)
      for (std::size_t step = 0; step < effect_steps; ++step) {
        const double shape = shape_after(measure, step);
        add(measure.effect * group_factor(measure, groups) * shape, measure.gamma,
            {0, measure.part_time * shape, measure.reduced * shape, measure.studies * shape});
      }
    std::array<std::uint8_t, effect_steps> next{};
    for (std::size_t step = effect_steps - 1; step-- > 0;) {
      const bool changes = shape_after(measure, step) != shape_after(measure, step + 1);
      next[step] = changes ? effect_step_from[step + 1] : next[step + 1];
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
