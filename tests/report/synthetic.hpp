// A results file with everything a report can show, through the real writer: few enough persons
// that some numbers must be hidden, and texts that would break a page if they were not escaped.
#pragma once

#include <string>

namespace tiltak {

void write_synthetic(const std::string& path);

} // namespace tiltak
