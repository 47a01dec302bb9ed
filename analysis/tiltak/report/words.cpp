#include <tiltak/report/words.hpp>

#include <algorithm>
#include <cmath>
#include <sstream>
#include <stdexcept>

#include <fmt/format.h>

#include <tiltak/report/assets.hpp>

namespace tiltak::report {
namespace {

[[noreturn]] void mistake(const std::string& what) { throw std::logic_error("words: " + what); }

// Replaces every "{name}"; counts how many values were used at least once.
std::string fill(std::string_view text, std::string_view key, Words::Values values) {
  std::string out;
  std::vector<bool> used(values.size(), false);
  while (!text.empty()) {
    const auto open = std::min(text.find('{'), text.size());
    out += text.substr(0, open);
    if (open == text.size()) break;
    const auto close = text.find('}', open);
    if (close == std::string_view::npos)
      mistake(fmt::format("'{}' has a brace that stays open", key));
    const std::string_view name = text.substr(open + 1, close - open - 1);
    const auto value =
        std::find_if(values.begin(), values.end(), [&](const auto& v) { return v.first == name; });
    if (value == values.end()) mistake(fmt::format("'{}' needs a value for '{}'", key, name));
    used[static_cast<std::size_t>(value - values.begin())] = true;
    out += value->second;
    text.remove_prefix(close + 1);
  }
  if (std::find(used.begin(), used.end(), false) != used.end())
    mistake(fmt::format("'{}' has no place for one of its values", key));
  return out;
}

} // namespace

std::vector<Entry> parse_words(std::string_view text) {
  std::vector<Entry> entries;
  std::istringstream lines{std::string(text)};
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') continue;
    const bool is_text = line.rfind("  ", 0) == 0 && line.size() > 5 && line[4] == ' ';
    if (!is_text) {
      if (line[0] == ' ') mistake("cannot read '" + line + "'");
      entries.push_back({line, {}, {}});
      continue;
    }
    const std::string tag = line.substr(2, 2);
    if (entries.empty() || (tag != "nb" && tag != "en")) mistake("cannot read '" + line + "'");
    std::string& place = tag == "nb" ? entries.back().nb : entries.back().en;
    if (!place.empty()) mistake(fmt::format("'{}' has {} twice", entries.back().key, tag));
    place = line.substr(5);
  }
  for (const Entry& entry : entries) {
    if (entry.nb.empty() || entry.en.empty()) mistake("'" + entry.key + "' lacks a language");
    const auto same = [&](const Entry& other) { return other.key == entry.key; };
    if (std::count_if(entries.begin(), entries.end(), same) > 1)
      mistake("'" + entry.key + "' twice");
  }
  return entries;
}

std::span<const Entry> catalogue() {
  static const std::vector<Entry> entries = parse_words(assets::words());
  return entries;
}

std::string Words::operator()(std::string_view key, Values values) const {
  const auto entries = catalogue();
  const auto entry =
      std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.key == key; });
  if (entry == entries.end()) mistake(fmt::format("there is no '{}'", key));
  return fill(language_ == Language::nb ? entry->nb : entry->en, key, values);
}

std::string Words::number(double value, int digits) const {
  if (!std::isfinite(value)) return "–";
  std::string plain = fmt::format("{:.{}f}", std::abs(value), digits);
  const bool is_zero = plain.find_first_not_of("0.") == std::string::npos;
  const std::size_t point = std::min(plain.find('.'), plain.size());
  const std::string whole = plain.substr(0, point), part = plain.substr(point);
  std::string out = value < 0 && !is_zero ? "−" : "";
  for (std::size_t i = 0; i < whole.size(); ++i) {
    if (i > 0 && (whole.size() - i) % 3 == 0) out += language_ == Language::nb ? "\u00a0" : ",";
    out += whole[i];
  }
  if (part.empty()) return out;
  return out + (language_ == Language::nb ? "," : ".") + part.substr(1);
}

std::string Words::percent(double share, int digits) const {
  return number(100 * share, digits) + (language_ == Language::nb ? "\u00a0%" : "%");
}

std::string Words::month(Month month) const {
  std::istringstream names((*this)("months"));
  std::string name;
  for (int i = 0; i < month.month(); ++i) names >> name;
  return fmt::format("{} {}", name, month.year());
}

std::string Words::label(const store::Code& code) const {
  return std::string(language_ == Language::nb ? code.nb : code.en);
}

std::string Words::list(const std::vector<std::string>& items) const {
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += i + 1 == items.size() ? " " + (*this)("and") + " " : ", ";
    out += items[i];
  }
  return out;
}

} // namespace tiltak::report
