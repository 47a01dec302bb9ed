// The fit as a table that lies beside the parameters, which every run with them carries along.
#pragma once

#include <string>
#include <vector>

#include <tiltak/study/estimation.hpp>

namespace tiltak::study {

// Tab-separated, below the lines that say of which values it is and who made it
// (scenario/fit_file.hpp): a row for each target; published, model and noise in its unit, gap in
// widths.
std::string fit_table(const std::vector<Target>& targets, const Estimate& estimate,
                      const std::string& made_by);

} // namespace tiltak::study
