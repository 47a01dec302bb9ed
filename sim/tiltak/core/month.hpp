// A calendar month as one integer, so that durations are plain differences.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tiltak {

// Months since January of year 0. `Month{a} + 1` is the month after.
struct Month {
  std::int32_t index = 0;

  static constexpr Month of(int year, int month_1_to_12) {
    return Month{year * 12 + month_1_to_12 - 1};
  }
  constexpr int year() const { return index / 12; }
  constexpr int month() const { return index % 12 + 1; } // 1..12

  friend constexpr auto operator<=>(Month, Month) = default;
  friend constexpr Month operator+(Month m, std::int32_t n) { return Month{m.index + n}; }
  friend constexpr Month operator-(Month m, std::int32_t n) { return Month{m.index - n}; }
  friend constexpr std::int32_t operator-(Month a, Month b) { return a.index - b.index; }
};

// "2014-01", years 1900 to 2199; nothing if the text is anything else.
std::optional<Month> parse_month(std::string_view text);
std::string to_string(Month month);

// Days from 1970-01-01 to the first of the month (proleptic Gregorian), for CF time axes.
std::int32_t days_since_1970(Month month);

} // namespace tiltak
