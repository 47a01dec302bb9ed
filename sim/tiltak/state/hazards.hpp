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

inline constexpr std::array<std::uint8_t, duration_from.back() + 1> duration_band_of = [] {
  std::array<std::uint8_t, duration_from.back() + 1> bands{};
  for (std::size_t months = 0, band = 0; months < bands.size(); ++months) {
    if (band + 1 < duration_bands && static_cast<int>(months) >= duration_from[band + 1]) ++band;
    bands[months] = static_cast<std::uint8_t>(band);
  }
  return bands;
}();

// `months` is not negative.
constexpr std::size_t duration_band(int months) {
  return months < duration_from.back() ? duration_band_of[static_cast<std::size_t>(months)]
                                       : duration_bands - 1;
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

  // Hazards of all edges at the reference, for a type.
  const float* row(std::size_t type) const { return table_.data() + type * edge_count; }
  // Hazard of an edge, from the row of a type: duration and benefits counted in.
  float at(const float* row, std::size_t edge, std::size_t band, Benefit benefit) const {
    return row[edge] * factor_[band][static_cast<std::size_t>(benefit)][edge];
  }
  // What multiplies the row's hazards: duration and benefits, by edge.
  const float* factors(std::size_t band, Benefit benefit) const {
    return factor_[band][static_cast<std::size_t>(benefit)].data();
  }
  // The factor of duration alone.
  float duration(std::size_t edge, std::size_t band) const { return duration_[edge][band]; }
  // True if the next band of duration counts otherwise than this.
  bool changes(std::size_t edge, std::size_t band) const {
    for (std::size_t b = 0; b < benefit_classes; ++b)
      if (factor_[band][b][edge] != factor_[band + 1][b][edge]) return true;
    return false;
  }
  double cycle(std::size_t edge) const { return cycle_[edge]; }

private:
  std::vector<float> table_; // [type][edge]
  std::array<std::array<float, duration_bands>, edge_count> duration_{};
  // by band, benefit and edge: the edges of a pair stand side by side
  std::array<std::array<std::array<float, edge_count>, benefit_classes>, duration_bands> factor_{};
  std::array<double, edge_count> cycle_{};
};

} // namespace tiltak
