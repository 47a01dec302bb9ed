// From the keys of a scenario to the plan of its budget: level, rule, frictions, allocation; and
// what a scenario says of the measures.
#pragma once

#include <tiltak/engine/plan.hpp>
#include <tiltak/scenario/values.hpp>

namespace tiltak::scenario {

// What a scenario says of measures goes before the catalogue and the parameters. Reports shares
// that do not add up, measures nobody is eligible for, and prices that money cannot turn into
// places.
void apply_measures(const Values& values, Catalogue& catalogue, Diagnostics& diagnostics);

// At `scale` simulated persons per person. Reports what is wrong with a file of appropriations.
BudgetPlan budget_plan(const Values& values, const Catalogue& catalogue, double scale,
                       Diagnostics& diagnostics);

// `estimated_chains`: the share of chains where the scenario names none.
AllocationPlan allocation_plan(const Values& values, double estimated_chains);

} // namespace tiltak::scenario
