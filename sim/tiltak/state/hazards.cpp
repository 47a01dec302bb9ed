#include <tiltak/state/hazards.hpp>

#include <tiltak/core/exact.hpp>

namespace tiltak {
namespace {

float factor(double log_effect) { return static_cast<float>(exact::exp(log_effect)); }

} // namespace

Hazards::Hazards(const HazardParameters& parameters) : table_(type_count * edge_count) {
  for (std::size_t e = 0; e < edge_count; ++e) {
    const EdgeParameters& p = parameters[e];
    for (std::size_t band = 0; band < duration_bands; ++band) {
      duration_[e][band] = factor(p.duration[band]);
      for (std::size_t b = 0; b < benefit_classes; ++b)
        factor_[band][b][e] = factor(p.duration[band] + p.benefit[b]);
    }
    cycle_[e] = p.cycle;
    for (std::size_t band = 0; band < age_band_count; ++band)
      for (std::size_t s = 0; s < sexes.size(); ++s)
        for (std::size_t o = 0; o < origins.size(); ++o)
          for (std::size_t d = 0; d < educations.size(); ++d)
            for (std::size_t f = 0; f < frailty_classes; ++f) {
              const double effect = p.age[band] + p.sex[s] + p.origin[o] + p.education[d] +
                                    is_weak(f) * p.weak + is_ill(f) * p.ill;
              const auto base = base_type(static_cast<Sex>(s), static_cast<BirthRegion>(o),
                                          static_cast<Education>(d), f);
              table_[type_of(base, band) * edge_count + e] =
                  static_cast<float>(p.base * exact::exp(effect));
            }
  }
}

} // namespace tiltak
