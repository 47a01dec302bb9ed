// A CSV file of money by year.
#pragma once

#include <filesystem>
#include <utility>
#include <vector>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/core/money.hpp>

namespace tiltak::scenario {

// Columns `year` and `nok` (whole kroner or with a decimal point); other columns are for people.
// Lines that begin with # are comments. Years ascend; gaps between them are allowed. Every mistake
// is reported with its line and column, a missing file too.
std::vector<std::pair<int, Money>> read_year_table(const std::filesystem::path& path,
                                                   Diagnostics& diagnostics);

} // namespace tiltak::scenario
