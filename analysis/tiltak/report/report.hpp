// The report on a results file: every section that the file has data for, in the order of reading.
#pragma once

#include <tiltak/report/document.hpp>
#include <tiltak/store/reader.hpp>

namespace tiltak::report {

// Reads what it needs from the file; memory beyond the document is that of the largest variable
// apart from panels, which are read in blocks. A file that contradicts itself is an InputError.
Document make_report(const store::ResultReader& file, Language language);

} // namespace tiltak::report
