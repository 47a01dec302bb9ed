// Every table of a results file as CSV, driven by the layout's table: what is a row there becomes a
// column here. Codes are written as their names, months as the date of their first day.
#pragma once

#include <string>
#include <vector>

#include <tiltak/core/progress.hpp>
#include <tiltak/store/reader.hpp>

namespace tiltak::store {

// Writes into `directory`, which is made if it is missing, and gives the names of the files:
//  - attributes.csv: name, value;
//  - for each set of variables over the same dimensions a file named after their group
//  ("budget.csv",
//    "worlds_policy_market.csv"), a row for each place, its coordinates first; what stands alone
//    over its dimensions is named after itself ("worlds_policy_state_counts.csv");
//  - for the panels ("worlds_policy_states.csv", "trajectories_states.csv") sequences in TraMineR's
//  STS
//    format: id, then a column for each month.
std::vector<std::string> export_tables(const ResultReader& file, const std::string& directory,
                                       const Progress& progress);

} // namespace tiltak::store
