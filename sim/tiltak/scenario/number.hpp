// Numbers as people write them: "27 000 NOK a month", "60 %", "-1.5e-3".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <tiltak/scenario/type.hpp>

namespace tiltak::scenario {

// A decimal number taken apart, without rounding, and what follows it.
struct Decimal {
  bool negative = false;
  std::string whole; // digits before the point, without leading zeros; "0"
  std::string fraction; // digits after it
  int exponent = 0; // of ten
  std::string unit; // what follows, blanks trimmed, "/" and "per" written as "a"

  // The nearest double to the number times 10^shift; infinite if too large for one.
  double real(int shift = 0) const;
  // The number times 10^shift, if that is a whole number below 10^18.
  std::optional<std::int64_t> integer(int shift = 0) const;
};

// Takes `text` apart. Blanks (also no-break and thin ones) may stand between groups of three
// digits. Refused: a decimal comma, leading zeros, underscores, hexadecimal, nan, inf.
std::optional<Decimal> read_decimal(std::string_view text, Misread& why);

} // namespace tiltak::scenario
