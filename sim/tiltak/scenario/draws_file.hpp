// Draws of the parameters' uncertainty: a CSV file `draw,parameter,value`, draws 0, 1, 2 ... in
// order, each naming the parameters in which it departs from parameters.file.
#pragma once

#include <vector>

#include <tiltak/engine/plan.hpp>
#include <tiltak/scenario/parameter_file.hpp>
#include <tiltak/scenario/values.hpp>

namespace tiltak::scenario {

using ParameterDraw = std::vector<ParameterEntry>; // later entries go before earlier ones

// Every mistake goes to the diagnostics.
std::vector<ParameterDraw> read_draws(const SourcePtr& source, Diagnostics& diagnostics);

// A plan for each draw of parameters.draws; one, of the parameters as they are, where the scenario
// has none. Throws InputError.
std::vector<Plan> make_plans(const Values& values);

} // namespace tiltak::scenario
