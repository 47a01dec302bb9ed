// The bytes of a text file, before anyone reads meaning into them.
#pragma once

#include <optional>
#include <string>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/scenario/source.hpp>

namespace tiltak::scenario {

// Drops a byte order mark and turns CRLF into LF.
std::string normalised(std::string text);

// Everything that a text of ours must not contain: bytes that are not UTF-8, NUL and other control
// characters, a carriage return alone, tabs that indent. One diagnostic for each kind, at its first
// place, so that a binary file gives a page of them no more than a typing mistake does. A tab may
// begin a line where nothing is indented.
Diagnostics check_characters(const SourcePtr& source, bool indents = true);

} // namespace tiltak::scenario
