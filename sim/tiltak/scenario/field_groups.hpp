// The parts of the table of keys, each in a file of its own. Only fields.cpp reads them.
#pragma once

#include <span>

#include <tiltak/scenario/fields.hpp>

namespace tiltak::scenario {

std::span<const Field> run_fields(); // name, seed, population, horizon, evaluation, output
std::span<const Field> market_fields(); // cycle, market, parameters
std::span<const Field> budget_fields(); // budget, allocation
std::span<const Field> measure_fields(); // measures.<id>.*, effects
std::span<const Field> friction_fields(); // frictions.<id>
std::span<const Field> account_fields(); // accounts: discounting and costs

} // namespace tiltak::scenario
