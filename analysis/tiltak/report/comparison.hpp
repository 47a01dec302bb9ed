// The report on a comparison: the sign map first, then the figures, then why they differ.
#pragma once

#include <vector>

#include <tiltak/compare/comparison.hpp>
#include <tiltak/report/document.hpp>

namespace tiltak::report {

Document make_comparison(const std::vector<compare::Comparison>& comparisons, Language language);

} // namespace tiltak::report
