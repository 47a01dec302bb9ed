// What a comparison says on standard output: as lines, and as JSON.
#pragma once

#include <tiltak/compare/comparison.hpp>
#include <tiltak/core/json.hpp>

namespace tiltak::cli {

void print(const compare::Comparison& comparison);
Json in_json(const compare::Comparison& comparison);

} // namespace tiltak::cli
