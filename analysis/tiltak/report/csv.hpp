// Tables as files that spreadsheets and statistics programs open.
#pragma once

#include <string>
#include <vector>

#include <tiltak/report/document.hpp>

namespace tiltak::report {

// One table. nb, as Excel in Norway reads it: UTF-8 with byte order mark, semicolons, decimal
// comma. en: RFC 4180, decimal point. Numbers without thousands separators; an interval takes two
// columns; what is suppressed is ":", what is missing is empty. A text that a spreadsheet would
// take for a formula begins with an apostrophe.
std::string to_csv(const Table& table, Language language);

// Every table of the document as DIR/<id>.csv; makes the folder. Gives the paths; RunError when one
// cannot be written.
std::vector<std::string> write_csv(const Document& document, const std::string& folder);

} // namespace tiltak::report
