// A comparison by group: who gains with the first scenario, and who is displaced.
#pragma once

#include <tiltak/compare/comparison.hpp>
#include <tiltak/report/document.hpp>
#include <tiltak/report/words.hpp>

namespace tiltak::report {

// `comparison` has groups; `prefix` goes before the ids of the figure and its table.
Figure gains_figure(const compare::Comparison& comparison, const std::string& prefix,
                    const Words& say);

} // namespace tiltak::report
