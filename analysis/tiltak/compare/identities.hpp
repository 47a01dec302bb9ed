// The identities of the accounts, summed again from a results file that was written: by code that
// shares nothing with what made them.
#pragma once

#include <string>
#include <vector>

#include <tiltak/store/reader.hpp>

namespace tiltak::compare {

// What does not add up, in words; empty when everything does, or when the file has no accounts. For
// each replication, in every unit:
//   net = direct + threat + relabelling + cuts - displacement, direct = lock_in + after_effect, in
//   every cell;
//   gross - deadweight - own_loss = net for participants, in every cell;
//   displacement = substitution + congestion, where the file has them;
//   the groups of each grouping add up to all; months since the start add up to calendar months;
//   deadweight lies within its bounds.
std::vector<std::string> identity_faults(const store::ResultReader& file);

} // namespace tiltak::compare
