// libFuzzer's counters of coverage, so that those of a child can be brought back.
#pragma once

#include <cstdint>
#include <span>

namespace tiltak::fuzz {

// Empty where the program has none.
std::span<std::uint8_t> counters();

} // namespace tiltak::fuzz
