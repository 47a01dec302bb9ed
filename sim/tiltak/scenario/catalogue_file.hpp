// Files of the catalogue: one measure each.
#pragma once

#include <filesystem>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/measure/catalogue.hpp>
#include <tiltak/people/earnings.hpp>

namespace tiltak::scenario {

// Every *.yaml in the folder, in the order of their names; every mistake goes to the diagnostics.
// At most engine's most_measures entries.
Catalogue read_catalogue(const std::filesystem::path& folder, Diagnostics& diagnostics);

// Prices that the catalogue states in the kroner of another year become kroner of `year`, by the
// mean basic amounts (G) of the two, in whole kroner.
void to_kroner_of(Catalogue& catalogue, const Earnings& earnings, int year);

} // namespace tiltak::scenario
