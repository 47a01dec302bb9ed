// Who is chosen when places are fewer than those who may have them.
#pragma once

#include <array>
#include <cstddef>

#include <tiltak/people/attributes.hpp>
#include <tiltak/state/hazards.hpp>

namespace tiltak {

// Log weights by attribute. A person's key in the queue is an exponential draw divided by her
// weight (the exponential race): taking the smallest keys samples without replacement with these
// weights.
struct Propensity {
  std::array<double, sexes.size()> sex{};
  std::array<double, age_band_count> age{};
  std::array<double, origins.size()> origin{};
  std::array<double, educations.size()> education{};
  double weak = 0, ill = 0;
  double benefit = 0; // with unemployment benefit
  double long_term = 0; // more than 6 months a job seeker
};

// exp of the sum of effects for each type; benefit and long-term factors stand beside it.
class PropensityTable {
public:
  explicit PropensityTable(const Propensity& propensity);
  double weight(std::size_t type, bool has_benefit, bool is_long_term) const {
    return by_type_[type] * benefit_[has_benefit] * long_term_[is_long_term];
  }

private:
  std::array<double, type_count> by_type_{};
  std::array<double, 2> benefit_{1, 1}, long_term_{1, 1};
};

} // namespace tiltak
