// Reading the table of earnings.
#pragma once

#include <filesystem>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/people/earnings.hpp>

namespace tiltak::scenario {

// Every mistake goes to the diagnostics; the table is usable when there were none.
Earnings read_earnings(const std::filesystem::path& path, Diagnostics& diagnostics);

} // namespace tiltak::scenario
