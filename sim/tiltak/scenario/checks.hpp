// What must hold between the values of a scenario, beyond each value's own range.
#pragma once

#include <tiltak/scenario/values.hpp>

namespace tiltak::scenario {

void check_together(const Values& values, Diagnostics& diagnostics);

} // namespace tiltak::scenario
