// What a measure does to the job hazards of those on it and after it, as a table of classes: a
// class is a measure and the time since its end, in steps. Everybody in a class has the same
// factor in a month, so that search can be summed by class and multiplied once.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include <tiltak/measure/catalogue.hpp>
#include <tiltak/state/edges.hpp>

namespace tiltak {

// Months since the end at which a step begins: by the month in the first half-year, by the quarter
// to the second year, by the half-year to the fifth, then by the year. Within a step the effect is
// that of its middle.
inline constexpr std::array<std::uint8_t, 23> effect_step_from{
    0, 1, 2, 3, 4, 5, 6, 9, 12, 15, 18, 21, 24, 30, 36, 42, 48, 54, 60, 72, 84, 96, 108};
constexpr std::size_t effect_steps = effect_step_from.size();
constexpr std::size_t effect_months = 120; // from here on it is the last step's

inline constexpr std::array<std::uint8_t, effect_months> effect_step_of = [] {
  std::array<std::uint8_t, effect_months> steps{};
  for (std::size_t m = 0, step = 0; m < effect_months; ++m) {
    if (step + 1 < effect_steps && m >= effect_step_from[step + 1]) ++step;
    steps[m] = static_cast<std::uint8_t>(step);
  }
  return steps;
}();

// Edges that a measure acts on in a way of its own.
enum class EdgeRole : std::uint8_t { other, part_job, reduced, studies };
constexpr std::size_t edge_roles = 4;
inline constexpr std::array<EdgeRole, edge_count> role_of = [] {
  std::array<EdgeRole, edge_count> roles{};
  for (std::size_t e = 0; e < edge_count; ++e) {
    const Edge& edge = hazard_edges[e];
    const bool seeks = family(edge.from) == Family::seeking;
    if (edge.kind == EdgeKind::job && edge.to != Pair::full_none)
      roles[e] = EdgeRole::part_job;
    else if (seeks && edge.to == Pair::none_reduced)
      roles[e] = EdgeRole::reduced;
    else if ((seeks || edge.from == Pair::none_reduced) && edge.to == Pair::none_none)
      roles[e] = EdgeRole::studies;
  }
  return roles;
}();

using EffectClass = std::uint16_t;
constexpr EffectClass no_effect = 0;
// One on it, one between notice and start, and the steps after it for each set of groups.
constexpr std::size_t classes_per_measure = 2 + effect_steps * effect_group_sets;
constexpr std::size_t most_effect_classes = 1 + most_measures * classes_per_measure;

// `entry` is a measure's index.
constexpr EffectClass class_on_measure(std::size_t entry) {
  return static_cast<EffectClass>(1 + entry * classes_per_measure);
}
constexpr EffectClass class_notified(std::size_t entry) {
  return static_cast<EffectClass>(2 + entry * classes_per_measure);
}
constexpr EffectClass class_after_measure(std::size_t entry, int months_since,
                                          std::size_t groups = 0) {
  const auto months = static_cast<std::size_t>(months_since);
  const std::size_t step = months < effect_months ? effect_step_of[months] : effect_steps - 1;
  return static_cast<EffectClass>(3 + entry * classes_per_measure + groups * effect_steps + step);
}

// Factor on the size of the effect for a set of effect groups, as bits; 1 for the empty set.
double group_factor(const Measure& measure, std::size_t groups);

class MeasureEffects {
public:
  explicit MeasureEffects(const Catalogue& catalogue);

  std::size_t classes() const { return size_.size(); }
  // Factors on job hazards by class; `gap` is the cycle's (0 is neutral): the effect afterwards is
  // multiplied by exp(gamma x gap), MODEL section 5.
  std::vector<float> factors(double gap) const;
  // Months since the end at which the effect changes next; 0: never again. `entry` as above.
  int next_change(std::size_t entry, int months_since) const {
    const auto months = static_cast<std::size_t>(months_since);
    return months < effect_months ? next_change_[entry][effect_step_of[months]] : 0;
  }
  // Set of effect groups of a type; 0 where no measure makes a difference between groups.
  std::size_t groups(std::size_t type) const { return groups_.empty() ? 0 : groups_[type]; }
  // Factor beside that on job hazards: on part-time jobs, reduced capacity, leaving for studies.
  float beside(std::size_t effect_class, EdgeRole role) const {
    return beside_[effect_class][static_cast<std::size_t>(role)];
  }
  float most_beside() const { return most_beside_; } // the largest of them, at least 1
  // How much of a class's gain counts as labour supply.
  float supply_share(std::size_t effect_class) const { return supply_share_[effect_class]; }

private:
  std::vector<double> size_, gamma_; // by class: effect on the logarithm
  void add(double size, double gamma, std::array<double, edge_roles> beside);

  std::vector<float> supply_share_;
  std::vector<std::array<float, edge_roles>> beside_; // by class
  float most_beside_ = 1;
  std::vector<std::uint8_t> groups_; // by type
  std::vector<std::array<std::uint8_t, effect_steps>> next_change_; // by measure
};

} // namespace tiltak
