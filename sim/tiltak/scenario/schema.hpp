// The table of keys as other programs and people read it.
#pragma once

#include <string>

#include <tiltak/core/json.hpp>

namespace tiltak::scenario {

// JSON Schema (draft-07) of scenario files, for editors: completion, hover help, red lines. What it
// lets through is still checked when a scenario is resolved.
Json json_schema();

// The reference page of all keys, in Markdown: unit, range, default, options, both languages.
std::string reference_page();

} // namespace tiltak::scenario
