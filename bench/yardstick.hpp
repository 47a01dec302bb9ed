// The piece of work that engines are compared on: persons of 24 types move among six states by
// fixed monthly probabilities for 60 months, and the persons in each state are counted each month.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace yardstick {

constexpr std::size_t types = 24, states = 6;
constexpr int months = 60;

using Row = std::array<double, states>;
using Matrix = std::array<Row, states>;

// Monthly probabilities of a type. About 4.3 per cent leave their state in a month.
Matrix probabilities(std::size_t type);

using Counts = std::vector<std::array<std::int64_t, states>>; // by month, 0 the start

// Everybody begins in state 0; person p is of type p % types. The engine's draws and sweep.
Counts simulate(std::size_t persons, std::uint64_t seed);

// Expected counts, exactly, and the largest |z| of the counts against them.
double largest_z(const Counts& counts, std::size_t persons);

} // namespace yardstick
