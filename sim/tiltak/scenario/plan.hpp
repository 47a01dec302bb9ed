// From resolved values to the plan the engine runs: files read, units gone, everything at scale.
#pragma once

#include <tiltak/engine/parameters.hpp>
#include <tiltak/engine/plan.hpp>
#include <tiltak/scenario/parameter_file.hpp>
#include <tiltak/scenario/values.hpp>

namespace tiltak::scenario {

// The names of the shipped catalogue's measures, for checking `measures.<id>`.
std::vector<std::string> measure_ids();

// Throws InputError with everything that is wrong in the files the scenario leads to.
Plan make_plan(const Values& values);

// The same with given parameters in place of a file's: what estimation calls.
Plan make_plan(const Values& values, const ParameterFile& parameters);

} // namespace tiltak::scenario
