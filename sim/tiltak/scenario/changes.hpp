// What a scenario changes against the defaults, for the results file and the report made from it.
#pragma once

#include <string>

#include <tiltak/scenario/values.hpp>

namespace tiltak::scenario {

// A line for each key that somebody set to something else than the default, in the order of keys;
// six fields parted by tabs: key, default (may be empty) and value with their units, place
// ("a.yaml:3:5"), what the key decides in nb and in en. Names, reasons and the files the scenario
// builds on are no changes.
std::string changes(const Values& values);

} // namespace tiltak::scenario
