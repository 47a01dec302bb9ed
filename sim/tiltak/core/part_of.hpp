// Several pieces of work told as one.
#pragma once

#include <cstdint>
#include <string>

#include <tiltak/core/progress.hpp>

namespace tiltak {

// The progress of part number `part` (from 0) of `parts` that are alike, as that of one piece of
// work called `what`. `whole` must outlive what is given back.
Progress part_of(const Progress& whole, std::string what, std::uint64_t part, std::uint64_t parts);

} // namespace tiltak
