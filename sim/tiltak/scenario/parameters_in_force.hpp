// The parameters a scenario runs with: a file, the variants laid over it, a draw for a replication.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/scenario/parameter_file.hpp>
#include <tiltak/scenario/values.hpp>

namespace tiltak::scenario {

// The file that parameters.file names, or the one that ships.
std::filesystem::path parameter_path(const Values& values);

// The values of that file, of draw `replication` of parameters.draws where that is set, and above
// both of the variants that parameters.variants names (scenarios/evidence/variants). A variant is
// always there: what it fixes, no draw moves. Every mistake goes to the diagnostics.
ParameterFile parameters_in_force(const Values& values, Diagnostics& diagnostics,
                                  std::optional<std::uint32_t> replication = {});

// Lays the scenario's variants over `file`, with widths 0, so that estimation leaves them alone.
void lay_variants(const Values& values, ParameterFile& file, Diagnostics& diagnostics);

} // namespace tiltak::scenario
