// Intervals as reports show them: those of comparisons.
#pragma once

#include <tiltak/compare/interval.hpp>

namespace tiltak::report {

using compare::Spread;
using compare::spread_of;
using compare::t_quantile;

} // namespace tiltak::report
