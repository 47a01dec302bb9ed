#include "request.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

namespace tiltak::serve {
namespace {

int hexadecimal(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

// Control characters have no place in a line of text, and a zero byte ends some texts early.
bool is_text(std::string_view text) {
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

std::optional<std::string> unescape(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%') {
      if (i + 2 >= text.size()) return std::nullopt;
      const int high = hexadecimal(text[i + 1]), low = hexadecimal(text[i + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      out += static_cast<char>(16 * high + low);
      i += 2;
    } else {
      out += text[i] == '+' ? ' ' : text[i];
    }
  }
  return is_text(out) && out.size() <= longest_value ? std::optional(out) : std::nullopt;
}

std::string_view trimmed(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  return text.substr(0, text.find_last_not_of(' ') + 1);
}

std::string say(Language language, Words words) { return std::string(in(language, words)); }

constexpr Words malformed{"Skjemaet kunne ikke leses.", "The form could not be read."};

// Entries by name; one that comes twice makes them unreadable.
std::optional<std::map<std::string, std::string, std::less<>>> by_name(std::string_view body) {
  const auto entries = decode_form(body);
  if (!entries) return std::nullopt;
  std::map<std::string, std::string, std::less<>> found;
  for (const Entry& entry : *entries)
    if (!found.emplace(entry.name, trimmed(entry.value)).second) return std::nullopt;
  return found;
}

void take(Order& order, const Base& base, const Control& control, const std::string& written,
          Language language) {
  order.written[control.key] = written;
  const std::string value = as_scenario(control, written, language);
  if (written.empty() || value == as_scenario(control, control.shown, Language::en)) return;
  if (control.key == name_key && value == base.name(language)) return;
  if (control.key == name_key) // the same name in both languages
    for (const char* key : {"name.nb", "name.en"}) order.changes.push_back({key, key, value});
  else
    order.changes.push_back({control.key, control.key, value});
}

} // namespace

std::optional<std::vector<Entry>> decode_form(std::string_view body) {
  std::vector<Entry> entries;
  for (std::size_t at = 0; at < body.size();) {
    const std::size_t end = std::min(body.find('&', at), body.size());
    const std::string_view pair = body.substr(at, end - at);
    const std::size_t equals = std::min(pair.find('='), pair.size());
    auto name = unescape(pair.substr(0, equals));
    auto value = unescape(pair.substr(std::min(equals + 1, pair.size())));
    if (!name || !value || entries.size() == most_entries) return std::nullopt;
    entries.push_back({std::move(*name), std::move(*value)});
    at = end + 1;
  }
  return entries;
}

Order read_order(std::string_view body, std::span<const Base> bases, Language language) {
  Order order;
  auto entries = by_name(body);
  if (!entries) {
    order.faults.push_back({{}, say(language, malformed)});
    return order;
  }
  const auto chosen = entries->extract("base");
  const auto base = chosen ? whole_number(chosen.mapped()) : std::nullopt;
  if (!base || *base >= bases.size()) {
    order.faults.push_back({{}, say(language, malformed), "no such starting point"});
    return order;
  }
  order.base = *base;
  for (const auto& [name, value] : *entries)
    if (const Control* control = bases[*base].find(name))
      take(order, bases[*base], *control, value, language);
    else
      order.faults.push_back({{}, say(language, malformed), "there is no input '" + name + "'"});
  return order;
}

Comparison read_comparison(std::string_view body, Language language) {
  static constexpr std::string_view kinds[] = {"present_value", "as_given", "spent",
                                               "place_months"};
  Comparison comparison;
  const auto entries = by_name(body);
  const auto text = [&](std::string_view name) {
    const auto at = entries->find(name);
    return at == entries->end() ? std::string{} : at->second;
  };
  const auto number = [&](std::string_view name) { return whole_number(text(name)).value_or(0); };
  if (entries) {
    comparison.first = number("first");
    comparison.second = number("second");
    comparison.equal = text("equal");
    comparison.map = text("map") == "on";
  }
  const bool is_known =
      std::find(std::begin(kinds), std::end(kinds), comparison.equal) != std::end(kinds);
  if (comparison.first == 0 || comparison.second == 0 || !is_known)
    comparison.faults.push_back({{}, say(language, malformed)});
  else if (comparison.first == comparison.second)
    comparison.faults.push_back(
        {{}, say(language, {"Velg to ulike simuleringer.", "Choose two different simulations."})});
  return comparison;
}

std::optional<std::size_t> whole_number(std::string_view text) {
  const bool digits = !text.empty() && text.size() <= 9 &&
                      text.find_first_not_of("0123456789") == std::string_view::npos;
  if (!digits) return std::nullopt;
  std::size_t value = 0;
  for (const char c : text) value = 10 * value + static_cast<std::size_t>(c - '0');
  return value;
}

} // namespace tiltak::serve
