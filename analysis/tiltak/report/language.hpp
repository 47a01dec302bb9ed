// The languages a report is written in.
#pragma once

#include <cstdint>

namespace tiltak::report {

enum class Language : std::uint8_t { nb, en };

} // namespace tiltak::report
