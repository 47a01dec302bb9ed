// Files of the catalogue: one measure each.
#pragma once

#include <filesystem>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/measure/catalogue.hpp>

namespace tiltak::scenario {

// Every *.yaml in the folder, in the order of their names; every mistake goes to the diagnostics.
// At most engine's most_measures entries.
Catalogue read_catalogue(const std::filesystem::path& folder, Diagnostics& diagnostics);

} // namespace tiltak::scenario
