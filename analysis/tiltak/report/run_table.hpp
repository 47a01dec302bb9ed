// The table that says which program made the numbers, and how to make them again.
#pragma once

#include <tiltak/report/document.hpp>
#include <tiltak/report/words.hpp>
#include <tiltak/store/provenance.hpp>

namespace tiltak::report {

Table provenance_table(const store::Provenance& run, const Words& say);

} // namespace tiltak::report
