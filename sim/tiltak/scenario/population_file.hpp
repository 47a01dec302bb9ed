// The file of the population's margins, deaths and moves.
#pragma once

#include <filesystem>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/people/synthesis.hpp>

namespace tiltak::scenario {

// `persons` of the plan is the national figure; shares of frailty are the parameters'.
PopulationPlan read_population(const std::filesystem::path& path, Diagnostics& diagnostics);

} // namespace tiltak::scenario
