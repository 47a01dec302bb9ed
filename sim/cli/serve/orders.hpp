// What the program is asked to do for a simulation or a comparison of two.
#pragma once

#include "jobs.hpp"

namespace tiltak::serve {

Job simulation(Checked scenario, const Order& order);
Job comparison_of(const Job& first, const Job& second, const Comparison& asked);

// What the form shows in place of the base's own: a size that is done within a minute or so, with
// replications enough for an interval.
std::map<std::string, std::string, std::less<>> suggested(const Base& base, const Limits& limits,
                                                          Language language);

Fault too_many(Language language);

} // namespace tiltak::serve
