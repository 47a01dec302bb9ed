#include "progress_line.hpp"

#include <fmt/format.h>

namespace tiltak::cli {
namespace {

constexpr std::string_view word = "progress ";

// A whole number at the front of `text`, taken from it with the blank after it.
std::optional<double> take_number(std::string_view& text) {
  const std::size_t end = text.find(' ');
  const std::string_view digits = text.substr(0, end);
  const bool is_number = end != std::string_view::npos && !digits.empty() && digits.size() < 20 &&
                         digits.find_first_not_of("0123456789") == std::string_view::npos;
  if (!is_number) return std::nullopt;
  double value = 0;
  for (const char c : digits) value = 10 * value + (c - '0');
  text.remove_prefix(end + 1);
  return value;
}

} // namespace

std::string progress_line(const std::string& what, std::uint64_t done, std::uint64_t of) {
  return fmt::format("{}{} {} {}", word, done, of, what);
}

std::optional<ProgressLine> parse_progress_line(const std::string& line) {
  std::string_view rest = line;
  if (!rest.starts_with(word)) return std::nullopt;
  rest.remove_prefix(word.size());
  const auto done = take_number(rest), of = take_number(rest);
  if (!done || !of || rest.empty()) return std::nullopt;
  return ProgressLine{std::string(rest), *done, *of};
}

} // namespace tiltak::cli
