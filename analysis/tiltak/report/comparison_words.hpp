// What a report calls the figures, parts and kinds of a comparison.
#pragma once

#include <string>

#include <tiltak/compare/comparison.hpp>
#include <tiltak/report/words.hpp>

namespace tiltak::report {

// Of an id in a comparison; one that has no words is a mistake of the program: std::logic_error.
std::string word(const std::string& id, const Words& say);

std::string unit_of(compare::Unit unit, const Words& say);

} // namespace tiltak::report
