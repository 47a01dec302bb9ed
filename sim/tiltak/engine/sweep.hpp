// The questions asked of every person in every month, with the widest vectors the machine has: may
// she leave where she is, is anything about her to be worked out anew, could she take a place. The
// few for whom the answer is yes are listed; everything exact is done for these alone.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace tiltak {

// Persons looked at together: their words and their list stay in the nearest cache.
constexpr std::size_t sweep_size = 4096;

using SweepList = std::uint16_t[sweep_size + 16]; // room for a whole vector beyond the last

// Lists the i with words[i] >> 16 <= bounds[i], in ascending order; gives how many. At most
// sweep_size words.
std::size_t may_leave(std::span<const std::uint32_t> words, const std::uint16_t* bounds,
                      SweepList& list);

// Lists the i with due[i] == month.
std::size_t are_due(std::span<const std::uint8_t> due, std::uint8_t month, SweepList& list);

// Lists the i with pair[i] one of two and notified[i] == 0. Both have the same length.
std::size_t are_waiting(std::span<const std::uint8_t> pair, std::array<std::uint8_t, 2> either,
                        const std::uint8_t* notified, SweepList& list);

} // namespace tiltak
