// A CSV file of money by year.
#pragma once

#include <utility>
#include <vector>

#include <tiltak/core/money.hpp>
#include <tiltak/scenario/source.hpp>

namespace tiltak::scenario {

// Columns `year` and `nok` (whole kroner or with a decimal point); other columns are for people.
// Lines that begin with # are comments. Years ascend; gaps between them are allowed. Every mistake
// is reported with its line and column.
std::vector<std::pair<int, Money>> read_year_table(const SourcePtr& source,
                                                   Diagnostics& diagnostics);

} // namespace tiltak::scenario
