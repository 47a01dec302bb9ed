// The files that the server sends, each under a name of its own.
#pragma once

#include <optional>

#include "exchange.hpp"
#include "jobs.hpp"

namespace tiltak::serve {

Response style_sheet();
Response icon(); // every browser asks for one
Response script();

// A file of a simulation that is done: report, scenario.yaml, results.h5, tables.xlsx, tables.zip.
// Nothing for another name or where it is not there.
std::optional<Response> file_of(const Job& job, const std::string& name, Language language);

} // namespace tiltak::serve
