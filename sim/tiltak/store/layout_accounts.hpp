// The rows of the layout's table for /accounts, /since_start and /deadweight.
#pragma once

#include <tiltak/store/layout.hpp>

namespace tiltak::store::layout {

// What rows of both parts of the table say alike.
inline constexpr bool required = true, optional = false;

inline constexpr std::string_view month_en = "First day of the month",
                                  month_nb = "Første dag i måneden";
inline constexpr std::string_view bounds_en = "First day of the month and of the next",
                                  bounds_nb = "Første dag i måneden og i den neste";
inline constexpr std::string_view measure_en = "Measure", measure_nb = "Tiltak";

std::span<const Variable> account_variables();

} // namespace tiltak::store::layout
