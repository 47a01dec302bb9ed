// What the machine has left, for refusing work that would not fit before it starts.
#pragma once

#include <cstddef>
#include <string>

namespace tiltak::sequence {

// Bytes a process may still take: the least of what the system has available and what the control
// group or the address-space limit leaves. 0 where nothing is known.
std::size_t available_bytes();

std::string bytes_text(double bytes); // "4.5 GB"

} // namespace tiltak::sequence
