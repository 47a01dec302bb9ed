// What a measure is expected to do for a person, by the model's own parameters: months in an
// ordinary job in the five years from its start, with the measure less without.
#pragma once

#include <cstddef>
#include <vector>

#include <tiltak/measure/catalogue.hpp>

namespace tiltak {

constexpr std::size_t prospect_bins = 24; // of the job hazard, equally wide in its logarithm

// Bin of a job hazard per month; the ends take what lies beyond.
std::size_t prospect_bin(double hazard);

class Gains {
public:
  explicit Gains(const Catalogue& catalogue);
  // For a person of this bin and effect class (measure/catalogue.hpp).
  double at(std::size_t bin, std::size_t effect_class, std::size_t measure) const {
    return table_[(bin * effect_group_sets + effect_class) * measures_ + measure];
  }

private:
  std::size_t measures_;
  std::vector<double> table_;
};

} // namespace tiltak
