// The report on a comparison: over how much of what we do not know one is larger, the headline with
// its interval, the sign map, the figures, why they differ, and in what the scenarios do.
#pragma once

#include <vector>

#include <tiltak/compare/comparison.hpp>
#include <tiltak/report/document.hpp>
#include <tiltak/store/provenance.hpp>

namespace tiltak::report {

// `run`: of the program that compared, for the end of the page.
Document make_comparison(const std::vector<compare::Comparison>& comparisons,
                         const store::Provenance& run, Language language);

} // namespace tiltak::report
