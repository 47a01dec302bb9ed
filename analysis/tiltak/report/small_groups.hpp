// Which groups of an account rest on too few persons to be shown.
#pragma once

#include <vector>

#include <tiltak/report/group_names.hpp>

namespace tiltak::report {

// By group: 1 for those with one to four of `persons` (simulated, in the mean of the runs; below 0
// or empty: not known, and shown), and for another of the same grouping that would give them away
// by subtraction from everybody.
std::vector<char> small_groups(const std::vector<GroupKind>& kinds,
                               const std::vector<double>& persons);

} // namespace tiltak::report
