#include <tiltak/engine/measure_tables.hpp>

#include <algorithm>

#include <tiltak/core/exact.hpp>

namespace tiltak {
namespace {

float factor(double log_effect) { return static_cast<float>(exact::exp(log_effect)); }

std::vector<std::uint8_t> classes_of_types() {
  std::vector<std::uint8_t> classes(type_count);
  for (std::size_t type = 0; type < type_count; ++type) {
    const std::size_t base = type % base_types / frailty_classes;
    const auto education = static_cast<Education>(base % educations.size());
    const auto origin = static_cast<BirthRegion>(base / educations.size() % origins.size());
    classes[type] = static_cast<std::uint8_t>(effect_class(type / base_types, origin, education));
  }
  return classes;
}

double group_factor(const Measure& measure, std::size_t effect_class) {
  double sum = 1;
  for (std::size_t g = 0; g < effect_groups; ++g)
    if ((effect_class >> g & 1) != 0) sum += measure.group_effect[g];
  return sum;
}

} // namespace

MeasureTables::MeasureTables(const Catalogue& catalogue)
    : catalogue_(&catalogue), after_(catalogue.size() * effect_classes * effect_months),
      class_(classes_of_types()) {
  for (const Measure& m : catalogue) {
    const float lock_in = factor(m.lock_in), threat = factor(m.threat);
    during_.push_back({1, lock_in, lock_in, 1, 1});
    notified_.push_back({1, threat, threat, 1, 1});
    shape_.push_back(effect_shape(m));
    supply_share_.push_back(static_cast<float>(m.supply_share));
    retention_.push_back(static_cast<float>(m.retention));
    new_skill_.push_back(static_cast<float>(m.new_skill));
  }
  gap_ = 1; // tabulates at any gap of the first month but this one
  prepare(0);
}

void MeasureTables::prepare(double gap) {
  if (gap == gap_) return;
  gap_ = gap;
  largest_ = {1, 1, 1, 1, 1};
  const auto note = [&](const RoleFactors& factors) {
    for (std::size_t r = 0; r < edge_roles; ++r) largest_[r] = std::max(largest_[r], factors[r]);
  };
  for (std::size_t m = 0; m < catalogue_->size(); ++m) {
    const Measure& measure = (*catalogue_)[m];
    note(during_[m]);
    note(notified_[m]);
    const double over_cycle = measure.gamma == 0 ? 1 : exact::exp(measure.gamma * gap);
    for (std::size_t c = 0; c < effect_classes; ++c) {
      const double jobs = measure.effect * over_cycle * group_factor(measure, c);
      const double part = jobs + measure.part_time * over_cycle;
      for (std::size_t k = 0; k < effect_months; ++k) {
        const double shape = shape_[m][k];
        auto& factors = after_[(m * effect_classes + c) * effect_months + k];
        factors = {1, factor(jobs * shape), factor(part * shape), factor(measure.reduced * shape),
                   factor(measure.studies * shape)};
        note(factors);
      }
    }
  }
}

RoleFactors MeasureTables::after(const World& world, std::size_t p, Month t,
                                 std::size_t type) const {
  const auto months = std::min<std::size_t>(
      effect_months - 1, static_cast<std::size_t>(t.index - world.measure_left[p]));
  const std::size_t measure = world.last_measure[p] - 1u;
  return after_[(measure * effect_classes + class_[type]) * effect_months + months];
}

} // namespace tiltak
