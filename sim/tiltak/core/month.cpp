#include <tiltak/core/month.hpp>

#include <chrono>

#include <fmt/format.h>

namespace tiltak {

std::optional<Month> parse_month(std::string_view text) {
  if (text.size() != 7 || text[4] != '-') return std::nullopt;
  auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9' ? text[i] - '0' : -1; };
  for (std::size_t i : {0u, 1u, 2u, 3u, 5u, 6u})
    if (digit(i) < 0) return std::nullopt;
  const int year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3);
  const int month = digit(5) * 10 + digit(6);
  if (year < 1900 || year > 2199 || month < 1 || month > 12) return std::nullopt;
  return Month::of(year, month);
}

std::string to_string(Month month) {
  return fmt::format("{:04}-{:02}", month.year(), month.month());
}

std::int32_t days_since_1970(Month month) {
  using namespace std::chrono;
  const std::chrono::month of_year{static_cast<unsigned>(month.month())};
  const sys_days day = year{month.year()} / of_year / 1;
  return static_cast<std::int32_t>(day.time_since_epoch().count());
}

} // namespace tiltak
