// Numbers of the coupled worlds, as a recorder is called with them (engine/simulation): those on
// request come after the three that are always there.
#pragma once

#include <cstddef>

namespace tiltak::study {

constexpr std::size_t policy = 0, other = 1, frozen = 2;

} // namespace tiltak::study
