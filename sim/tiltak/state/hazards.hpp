// Monthly hazards h = base * exp(beta . x) * duration * cycle * measure * frailty (MODEL section 3
// of docs/model). What changes at most with a birthday is multiplied out once per type; what
// changes with a person's month (duration, benefits) or with the month (cycle, tightness) are
// factors beside.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include <tiltak/people/attributes.hpp>
#include <tiltak/state/edges.hpp>

namespace tiltak {

// Months in the present spell: from this many on.
inline constexpr std::array<int, 6> duration_from{0, 3, 6, 12, 24, 48};
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

// Months of unemployment benefit left.
enum class Benefit : std::uint8_t { none, running, ending };
constexpr std::size_t benefit_classes = 3;
constexpr int benefit_ends_within = 2; // months left at most
constexpr Benefit benefit_class(int months_left) {
  if (months_left == 0) return Benefit::none;
  return months_left <= benefit_ends_within ? Benefit::ending : Benefit::running;
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
    return row[edge] * factor_[edge][band][static_cast<std::size_t>(benefit)];
  }
  // The factor of duration alone.
  float duration(std::size_t edge, std::size_t band) const { return duration_[edge][band]; }
  // True if the next band of duration counts otherwise than this.
  bool changes(std::size_t edge, std::size_t band) const {
    return factor_[edge][band] != factor_[edge][band + 1];
  }
  double cycle(std::size_t edge) const { return cycle_[edge]; }

private:
  std::vector<float> table_; // [type][edge]
  std::array<std::array<float, duration_bands>, edge_count> duration_{};
  std::array<std::array<std::array<float, benefit_classes>, duration_bands>, edge_count> factor_{};
  std::array<double, edge_count> cycle_{};
};

} // namespace tiltak
