// Length-limited Huffman codes as deflate wants them.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace tiltak::store {

// Lengths of an optimal prefix code for the counts, none above `limit` (almost optimal where the
// limit binds); 0 for symbols that do not occur. At least two occur.
std::vector<std::uint8_t> code_lengths(std::span<const std::uint32_t> counts, unsigned limit);

// The canonical codes of these lengths, bits reversed: deflate writes codes from their first bit.
std::vector<std::uint16_t> canonical_codes(std::span<const std::uint8_t> lengths);

} // namespace tiltak::store
