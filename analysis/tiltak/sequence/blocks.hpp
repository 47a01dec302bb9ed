// Parallel work over blocks of rows that says how far it has come.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include <tiltak/core/progress.hpp>

namespace tiltak::sequence {

// body(begin, end) for every block of `size` rows. Of a triangle the blocks hold unequal work; they
// are handed out one by one. `progress` counts rows.
void in_blocks(const std::string& what, std::size_t rows, std::size_t size,
               const Progress& progress, const std::function<void(std::size_t, std::size_t)>& body);

} // namespace tiltak::sequence
