// The parts of the table of keys, each in a file of its own. Only fields.cpp reads them.
#pragma once

#include <vector>

#include <tiltak/scenario/fields.hpp>

namespace tiltak::scenario {

std::vector<Field> run_fields();      // name, seed, population, horizon, evaluation, output
std::vector<Field> market_fields();   // cycle, market, parameters
std::vector<Field> budget_fields();   // budget, allocation
std::vector<Field> measure_fields();  // measures.<id>.*, effects
std::vector<Field> friction_fields(); // frictions.<id>
std::vector<Field> account_fields();  // accounts: discounting and costs

} // namespace tiltak::scenario
