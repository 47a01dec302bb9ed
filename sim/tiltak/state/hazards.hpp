// Monthly hazards h = base * exp(beta . x) * duration * cycle * measure * frailty (MODEL section 3
// of docs/model). What changes at most with a birthday is multiplied out once per type; what
// changes with a person's month (duration, benefits) or with the month (cycle, tightness) are
// factors beside.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include <tiltak/people/attributes.hpp>
#include <tiltak/state/benefits.hpp>
#include <tiltak/state/edges.hpp>

namespace tiltak {

// Months in the present spell: from this many on.
inline constexpr std::array<int, 7> duration_from{0, 3, 6, 12, 24, 36, 48};
constexpr std::size_t duration_bands = duration_from.size();

constexpr std::size_t duration_band(int months) {
  std::size_t band = 0;
  while (band + 1 < duration_bands && months >= duration_from[band + 1]) ++band;
  return band;
}

// Parameters of one edge: a monthly hazard at the reference (all effects zero, cycle neutral) and
// effects on its logarithm.
struct EdgeParameters {
  double base = 0;
  std::array<double, sexes.size()> sex{};
  std::array<double, age_band_count> age{};
  std::array<double, origins.size()> origin{};
  std::array<double, educations.size()> education{};
  double weak = 0, ill = 0; // effects of the unobserved traits
  std::array<double, duration_bands> duration{};
  std::array<double, benefit_classes> benefit{};
  double cycle = 0; // effect of one unit of the cycle's gap
};

using HazardParameters = std::array<EdgeParameters, edge_count>;

// Parameters multiplied out. Floats: a hazard known to seven digits is known well enough, and the
// table stays in the cache.
class Hazards {
public:
  explicit Hazards(const HazardParameters& parameters);

  // Hazards of the edges first..first+count-1 of `exits` at the reference, for a type.
  const float* row(std::size_t type, Exits exits) const {
    return table_.data() + type * edge_count + exits.first;
  }
  float duration(std::size_t edge, std::size_t band) const { return duration_[edge][band]; }
  float benefit(std::size_t edge, Benefit b) const {
    return benefit_[edge][static_cast<std::size_t>(b)];
  }
  float largest_duration(std::size_t edge) const { return largest_duration_[edge]; }
  float largest_benefit(std::size_t edge) const { return largest_benefit_[edge]; }
  double cycle(std::size_t edge) const { return cycle_[edge]; }

private:
  std::vector<float> table_; // [type][edge]
  std::array<std::array<float, duration_bands>, edge_count> duration_{};
  std::array<std::array<float, benefit_classes>, edge_count> benefit_{};
  std::array<float, edge_count> largest_duration_{}, largest_benefit_{};
  std::array<double, edge_count> cycle_{};
};

} // namespace tiltak
