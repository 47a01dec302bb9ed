// What a comparison's figures, parts and units are called in a report.
#pragma once

#include <string>

#include <tiltak/compare/comparison.hpp>
#include <tiltak/report/words.hpp>

namespace tiltak::report {

// Of a figure, part, equality or alternative by its id; std::logic_error for one without words.
std::string word(const std::string& id, const Words& say);
std::string unit_of(compare::Unit unit, const Words& say);

} // namespace tiltak::report
