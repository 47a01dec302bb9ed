// The best use of places: a min-cost flow from classes of persons to measures with places. The only
// file that sees Boost.Graph's flows.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace tiltak {

// How many of each class take each measure ([class][measure]) such that the sum of gains is the
// largest possible. `gain` is [class][measure], `persons` by class, `places` by measure. Places
// whose every use would lower the sum stay empty, and an excluded pair is one with a gain of 0 or
// less. Gains count in thousandths, so that the solution does not depend on rounding.
std::vector<std::int64_t> best_flow(std::span<const double> gain,
                                    std::span<const std::int64_t> persons,
                                    std::span<const std::int64_t> places);

} // namespace tiltak
