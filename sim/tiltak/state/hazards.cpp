#include <tiltak/state/hazards.hpp>

#include <algorithm>

#include <tiltak/core/exact.hpp>

namespace tiltak {
namespace {

float factor(double log_effect) { return static_cast<float>(exact::exp(log_effect)); }

template <class Effects, class Factors> float expand(const Effects& effects, Factors& factors) {
  std::transform(effects.begin(), effects.end(), factors.begin(), factor);
  return *std::max_element(factors.begin(), factors.end());
}

} // namespace

Hazards::Hazards(const HazardParameters& parameters) : table_(type_count * edge_count) {
  for (std::size_t e = 0; e < edge_count; ++e) {
    const EdgeParameters& p = parameters[e];
    largest_duration_[e] = expand(p.duration, duration_[e]);
    largest_benefit_[e] = expand(p.benefit, benefit_[e]);
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
