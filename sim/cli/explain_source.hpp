// What explain says of numbers that no key of a scenario holds: parameters and evidence.
#pragma once

#include <string>
#include <vector>

namespace tiltak::scenario {
class Values;
}

namespace tiltak::cli {

// Prints the parameter or the entry of the evidence that `key` names ("hazard.jobs.weak",
// "evidence.M02"); false when it names neither.
bool explain_source(const scenario::Values& values, const std::string& key);
// Everything that it knows, for near names.
std::vector<std::string> source_names(const scenario::Values& values);

// Prints where the catalogue took the value of "measures.<id>.<what>" from; nothing for other keys.
void print_catalogue_source(const std::string& key);

} // namespace tiltak::cli
