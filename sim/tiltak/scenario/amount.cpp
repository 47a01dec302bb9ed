#include <tiltak/scenario/amount.hpp>

#include <algorithm>
#include <array>
#include <sstream>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <tiltak/core/suggest.hpp>

namespace tiltak::scenario {
namespace {

struct Scale {
  std::string_view word;
  int zeros;
};
constexpr std::array scales{Scale{"million", 6}, Scale{"millioner", 6},  Scale{"mill.", 6},
                            Scale{"mill", 6},    Scale{"billion", 9},    Scale{"milliard", 9},
                            Scale{"mrd.", 9},    Scale{"milliarder", 9}, Scale{"mrd", 9}};

// Norwegian on the left; "per" and "/" are "a" by now (number.hpp).
constexpr std::array<std::pair<std::string_view, std::string_view>, 10> same_words{
    {{"kr", "NOK"},
     {"kr.", "NOK"},
     {"krone", "NOK"},
     {"kroner", "NOK"},
     {"i", "a"},
     {"år", "year"},
     {"året", "year"},
     {"måned", "month"},
     {"måneden", "month"},
     {"mnd", "month"}}};

std::vector<std::string> split(const std::string& words) {
  std::vector<std::string> parts;
  std::istringstream text(words);
  for (std::string word; text >> word;) parts.push_back(word);
  return parts;
}

const Scale* scale_of(const std::string& word) {
  const auto* at = std::find_if(scales.begin(), scales.end(),
                                [&](const Scale& scale) { return scale.word == word; });
  return at == scales.end() ? nullptr : at;
}

std::string in_english(const std::string& word) {
  for (const auto& [norwegian, english] : same_words)
    if (word == norwegian) return std::string(english);
  return word;
}

} // namespace

std::optional<AmountWords> read_amount_words(const std::string& words, Misread& why) {
  std::vector<std::string> parts = split(words);
  AmountWords found;
  const bool in_kroner =
      parts.size() > 1 && parts[0] == "billion" && in_english(parts[1]) != parts[1];
  if (in_kroner || (!parts.empty() && parts[0] == "billioner")) {
    why = {fmt::format("'{}' is 10^12 in Norwegian and 10^9 in English", words),
           "write milliarder kr or billion NOK for 10^9"};
    return std::nullopt;
  }
  if (!parts.empty())
    if (const Scale* scale = scale_of(parts[0])) {
      found.zeros = scale->zeros;
      parts.erase(parts.begin());
    }
  for (const std::string& part : parts)
    found.unit += (found.unit.empty() ? "" : " ") + in_english(part);
  return found;
}

std::string currency_last(std::string_view text) {
  for (const std::string_view currency : {"kr. ", "kr ", "kroner ", "NOK "})
    if (text.starts_with(currency) && text.size() > currency.size() &&
        text[currency.size()] >= '0' && text[currency.size()] <= '9')
      return fmt::format("write {} {}", text.substr(currency.size()),
                         currency.substr(0, currency.size() - 1));
  return {};
}

std::string nearest_scale(const std::string& words) {
  const std::vector<std::string> parts = split(words);
  std::vector<std::string> names;
  for (const Scale& scale : scales) names.emplace_back(scale.word);
  return parts.empty() || parts[0].size() < 4 ? std::string{} : did_you_mean(parts[0], names);
}

} // namespace tiltak::scenario
