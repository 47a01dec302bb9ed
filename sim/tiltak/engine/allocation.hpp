// Who gets this month's places, and in which measure.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include <tiltak/core/draw.hpp>
#include <tiltak/engine/transitions.hpp>
#include <tiltak/engine/world.hpp>
#include <tiltak/measure/propensity.hpp>

namespace tiltak {

// More than this many months a job seeker is long-term (the article's note to table 1).
constexpr int long_term_months = 6;

// Chooses, among those of each group who are there as the month begins, as many as there are new
// places; the order is the exponential race of measure/propensity.hpp. Gives the starts in
// ascending order of person. `new_places` by measure.
std::vector<Start> allocate(const Catalogue& catalogue,
                            const std::array<PropensityTable, 2>& propensity,
                            std::span<const std::int64_t> new_places, Month t, const Draws& draws,
                            std::span<const std::uint16_t> types, const World& world);

} // namespace tiltak
