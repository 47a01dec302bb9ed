// What is assumed, with the values in force: for reports on a run and on a comparison.
#pragma once

#include <optional>

#include <tiltak/report/document.hpp>
#include <tiltak/report/parameters.hpp>
#include <tiltak/report/words.hpp>

namespace tiltak::report {

// Nothing where none of the values is known.
std::optional<Section> assumptions_section(const Parameters& parameters, const Words& say);

} // namespace tiltak::report
