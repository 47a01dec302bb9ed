// Small cells: counts of few persons are not shown, nor are the cells they could be worked out
// from.
#pragma once

#include <cstdint>
#include <vector>

namespace tiltak::report {

// Counts of fewer persons than this, but not of none, are hidden: 0 says that nobody is there,
// which Statistics Norway shows as well.
constexpr std::int64_t smallest_shown = 5;

// rows x columns; every row equally long.
using Counts = std::vector<std::vector<std::int64_t>>;
using Hidden = std::vector<std::vector<char>>;

// Which totals the reader has beside the cells.
enum class Totals : std::uint8_t { rows, rows_and_columns };

// Primary: 1 to 4. Secondary: the smallest other cells, until what is hidden in a row (and a
// column) is at least two cells of together at least 5 persons, and no hidden cell follows from the
// totals and the cells shown. Two empty cells cannot hide a third, so where a row has no other
// persons at all, its zeros are hidden too.
Hidden suppress(const Counts& counts, Totals totals);

} // namespace tiltak::report
