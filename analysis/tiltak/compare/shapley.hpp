// Why two figures differ: a difference shared out on switches, so that the parts add up to it.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

namespace tiltak::compare {

// Shapley values of `count` switches: for each, what turning it changes, averaged over every order
// in which all are turned. `value(set)` is the figure with the switches of the bits of `set` on;
// it is asked once for each of the 2^count sets. The parts add up to value(all) - value(0).
std::vector<double> shapley(unsigned count, const std::function<double(std::uint32_t)>& value);

} // namespace tiltak::compare
