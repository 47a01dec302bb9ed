// How a cell of a table is shown to a reader.
#pragma once

#include <string>

#include <tiltak/report/document.hpp>
#include <tiltak/report/words.hpp>

namespace tiltak::report {

// Statistics Norway's symbol for figures that are not published.
constexpr const char* suppressed_symbol = ":";

std::string heading(const Column& column); // "Spent (NOK million)"
std::string shown(const Cell& cell, const Words& say);

} // namespace tiltak::report
