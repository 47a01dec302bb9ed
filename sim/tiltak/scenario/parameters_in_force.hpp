// The parameters a scenario runs with: a file and the variants laid over it.
#pragma once

#include <filesystem>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/scenario/parameter_file.hpp>
#include <tiltak/scenario/values.hpp>

namespace tiltak::scenario {

// The file that parameters.file names, or the one that ships.
std::filesystem::path parameter_path(const Values& values);

// The values of that file, and above them the variants that parameters.variants names
// (scenarios/evidence/variants). Every mistake goes to the diagnostics.
ParameterFile parameters_in_force(const Values& values, Diagnostics& diagnostics);

// Lays the scenario's variants over `file`, with widths 0, so that estimation leaves them alone.
void lay_variants(const Values& values, ParameterFile& file, Diagnostics& diagnostics);

} // namespace tiltak::scenario
