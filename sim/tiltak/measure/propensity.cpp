#include <tiltak/measure/propensity.hpp>

#include <tiltak/core/exact.hpp>

namespace tiltak {

PropensityTable::PropensityTable(const Propensity& p) {
  benefit_[1] = exact::exp(p.benefit);
  long_term_[1] = exact::exp(p.long_term);
  for (std::size_t type = 0; type < type_count; ++type) {
    const std::size_t band = type / base_types, base = type % base_types;
    const std::size_t f = base % frailty_classes, e = base / frailty_classes % educations.size();
    const std::size_t o = base / (frailty_classes * educations.size()) % origins.size();
    const std::size_t s = base / (frailty_classes * educations.size() * origins.size());
    by_type_[type] = exact::exp(p.sex[s] + p.age[band] + p.origin[o] + p.education[e] +
                                is_weak(f) * p.weak + is_ill(f) * p.ill);
  }
}

} // namespace tiltak
