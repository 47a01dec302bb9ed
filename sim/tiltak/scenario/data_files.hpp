// Where the files that ship with the program are: the catalogue, parameters, population.
#pragma once

#include <filesystem>
#include <string_view>

namespace tiltak::scenario {

// A path below `scenarios/`, found in $TILTAK_DATA, else beside the installed program
// (../share/tiltak/scenarios), else in the source tree it was built from. Throws RunError, with the
// places looked at, when it is in none.
std::filesystem::path shipped_file(std::string_view relative);

} // namespace tiltak::scenario
