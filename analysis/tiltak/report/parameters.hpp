// The values that were in force in a run, as its file keeps them: "key = value" a line.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace tiltak::report {

using Parameters = std::map<std::string, std::string>;

// Lines that are none are left out.
Parameters read_parameters(std::string_view text);

} // namespace tiltak::report
