// The words behind an amount of money, as officials type them: "7.4 milliarder kr", "920 mill.",
// "10 400 NOK a month". One spelling comes out, so that the table of keys needs no other.
#pragma once

#include <string>
#include <string_view>

#include <tiltak/scenario/type.hpp>

namespace tiltak::scenario {

struct AmountWords {
  int zeros = 0; // 6 for "million", "mill."; 9 for "billion", "milliarder", "mrd"
  std::string unit; // "NOK", "NOK a month"; other words as they are
};

// `words` is what stands behind the number (Decimal::unit). Refused: "billion" with kroner or kr
// and "billioner", which is a thousand times more in Norwegian than in English.
std::optional<AmountWords> read_amount_words(const std::string& words, Misread& why);

// For an amount that is no number because the currency stands first ("kr 7.4 mrd"): how to write
// it; else empty.
std::string currency_last(std::string_view text);

// The scale words, for suggestions.
std::string nearest_scale(const std::string& words);

} // namespace tiltak::scenario
