// Tables as a workbook. A library of its own (tiltak_xlsx), because only the program wants it and
// it needs libxlsxwriter; the rest of the report does not know it.
#pragma once

#include <string>

#include <tiltak/report/document.hpp>

namespace tiltak::report {

// A sheet that names the tables, then one sheet a table: heads with units, frozen, numbers as
// numbers with the digits of the report. What is suppressed is ":"; an interval takes two columns.
// RunError when the file cannot be written.
void write_xlsx(const Document& document, const std::string& path);

} // namespace tiltak::report
