// The business cycle as a path of demand.
#pragma once

#include <vector>

#include <tiltak/core/month.hpp>
#include <tiltak/scenario/values.hpp>

namespace tiltak::scenario {

// Factor on desired positions for each month from `first`; 1 is normal. Before the horizon it
// stands at 1, so that every cycle starts from the same state. What is wrong with a file goes to
// the diagnostics.
std::vector<double> demand_path(const Values& values, Month first, int months,
                                Diagnostics& diagnostics);

} // namespace tiltak::scenario
