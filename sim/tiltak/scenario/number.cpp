#include <tiltak/scenario/number.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

namespace tiltak::scenario {
namespace {

bool digit(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

// Length in bytes of the blank at `at`: space, no-break space, thin space, narrow no-break space.
std::size_t blank(std::string_view text, std::size_t at) {
  for (std::string_view b : {" ", "\u00A0", "\u2009", "\u202F"})
    if (text.substr(std::min(at, text.size())).starts_with(b)) return b.size();
  return 0;
}

std::string take_digits(std::string_view text, std::size_t& at) {
  std::string digits;
  while (digit(text, at)) digits += text[at++];
  return digits;
}

// "27 000": further groups of three after the first one to three digits.
void take_groups(std::string_view text, std::size_t& at, std::string& digits) {
  if (digits.empty() || digits.size() > 3) return;
  for (;;) {
    const std::size_t gap = blank(text, at);
    const std::size_t next = at + gap;
    if (gap == 0 || !digit(text, next) || !digit(text, next + 1) || !digit(text, next + 2) ||
        digit(text, next + 3))
      return;
    digits += text.substr(next, 3);
    at = next + 3;
  }
}

// "NOK/month", "NOK per month" and "NOK a month" are one unit.
std::string unit_words(std::string_view text) {
  std::string spaced, words;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t gap = blank(text, i);
    spaced += gap > 0 ? " " : text[i] == '/' ? " a " : std::string(1, text[i]);
    i += gap > 0 ? gap : 1;
  }
  std::size_t at = 0;
  while ((at = spaced.find_first_not_of(' ', at)) != std::string::npos) {
    const std::size_t end = std::min(spaced.find(' ', at), spaced.size());
    const std::string word = spaced.substr(at, end - at);
    words += (words.empty() ? "" : " ") + (word == "per" ? "a" : word);
    at = end;
  }
  return words;
}

bool is_word(std::string_view text, std::string_view word) {
  return std::equal(text.begin(), text.end(), word.begin(), word.end(),
                    [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
}

Misread refused(std::string_view text) {
  std::string_view bare = text;
  while (!bare.empty() && (bare[0] == '+' || bare[0] == '-' || bare[0] == '.'))
    bare.remove_prefix(1);
  for (std::string_view word : {"inf", "infinity", "nan"})
    if (is_word(bare, word)) return {fmt::format("'{}' is not a finite number", text), {}};
  if (text.starts_with('.') && digit(text, 1))
    return {fmt::format("'{}' has no digit before the point", text),
            fmt::format("write 0{}", text)};
  return {fmt::format("'{}' is not a number", text), {}};
}

// A comma where a point belongs; `rest` is what follows the decimals.
Misread comma(std::string_view text, std::string_view whole, std::string_view decimals,
              std::string_view rest) {
  std::string hint = fmt::format("write {}.{}{}", whole, decimals, rest);
  if (decimals.size() == 3)
    hint += fmt::format(", or {}{}{} if the comma parts thousands", whole, decimals, rest);
  return {fmt::format("'{}' has a comma", text), hint};
}

// An exponent, if one stands at `at`: e, a sign, one to four digits.
void take_exponent(std::string_view text, std::size_t& at, int& exponent) {
  if (at >= text.size() || (text[at] != 'e' && text[at] != 'E')) return;
  std::size_t next = at + 1;
  const bool negative = next < text.size() && text[next] == '-';
  if (negative || (next < text.size() && text[next] == '+')) ++next;
  const std::string digits = take_digits(text, next);
  if (digits.empty() || digits.size() > 4) return;
  std::from_chars(digits.data(), digits.data() + digits.size(), exponent);
  if (negative) exponent = -exponent;
  at = next;
}

} // namespace

double Decimal::real(int shift) const {
  const std::string text =
      fmt::format("{}.{}e{}", whole, fraction.empty() ? "0" : fraction, exponent + shift);
  double value = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  if (result.ec == std::errc::result_out_of_range)
    value = exponent + shift > 0 ? Type::infinity : 0.0; // from_chars leaves the value alone
  return negative && value != 0 ? -value : value;
}

std::optional<std::int64_t> Decimal::integer(int shift) const {
  constexpr std::size_t most_digits = 18;
  std::string digits = whole + fraction;
  long places = exponent + shift - static_cast<long>(fraction.size());
  while (!digits.empty() && digits.back() == '0') digits.pop_back(), ++places;
  digits.erase(0, digits.find_first_not_of('0'));
  if (digits.empty()) return 0;
  if (places < 0 || digits.size() + static_cast<std::size_t>(places) > most_digits)
    return std::nullopt;
  digits.append(static_cast<std::size_t>(places), '0');
  std::int64_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return negative ? -value : value;
}

std::optional<Decimal> read_decimal(std::string_view text, Misread& why) {
  Decimal number;
  std::size_t at = 0;
  if (text.starts_with('-') || text.starts_with('+')) number.negative = text[at++] == '-';
  number.whole = take_digits(text, at);
  take_groups(text, at, number.whole);
  if (number.whole.empty()) {
    why = refused(text);
    return std::nullopt;
  }
  if (number.whole.size() > 1 && number.whole[0] == '0') {
    const std::size_t first =
        std::min(number.whole.find_first_not_of('0'), number.whole.size() - 1);
    why = {fmt::format("'{}' begins with a zero", text),
           fmt::format("write {}{}", number.whole.substr(first), text.substr(at))};
    return std::nullopt;
  }
  if (at < text.size() && text[at] == ',' && digit(text, at + 1)) {
    std::size_t next = at + 1;
    const std::string decimals = take_digits(text, next);
    why = comma(text, number.whole, decimals, text.substr(next));
    return std::nullopt;
  }
  if (at < text.size() && text[at] == '.') {
    number.fraction = take_digits(text, ++at);
    if (number.fraction.empty()) why = {fmt::format("'{}' has no digit after the point", text), {}};
    if (number.fraction.empty()) return std::nullopt;
  }
  take_exponent(text, at, number.exponent);
  const std::string_view rest = text.substr(at);
  if (!rest.empty() && std::string_view{"_.,'xXoObB"}.find(rest[0]) != std::string_view::npos) {
    why = {fmt::format("'{}' is not a number", text), "write the digits alone: 27000 or 27 000"};
    return std::nullopt;
  }
  number.unit = unit_words(rest);
  return number;
}

} // namespace tiltak::scenario
