// Competing risks within one month.
#pragma once

#include <tiltak/core/exact.hpp>

namespace tiltak {

// Probability that something with this hazard (>= 0, per month) happens within the month.
inline double probability_of_hazard(double hazard) { return -exact::expm1(-hazard); }

// The hazard per month that gives this monthly probability (0 <= p < 1).
inline double hazard_of_probability(double p) { return -exact::log1p(-p); }

} // namespace tiltak
