// Text that may have come from anywhere: which of it is UTF-8, and how it is shown.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tiltak {

// Length in bytes of the UTF-8 character at `at` (RFC 3629: no surrogates, no overlong forms); 0 if
// it is none.
std::size_t character_length(std::string_view text, std::size_t at);

// The text as a terminal and a log can take it: what is not UTF-8 and control characters other than
// tab and line feed stand as \xHH.
std::string printable(std::string_view text);

// The text, or its first `most` bytes, to the end of a character, with "..." after them.
std::string shortened(std::string text, std::size_t most);

} // namespace tiltak
