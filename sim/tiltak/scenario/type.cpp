#include <tiltak/scenario/type.hpp>

#include <array>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include <tiltak/core/suggest.hpp>
#include <tiltak/scenario/amount.hpp>
#include <tiltak/scenario/number.hpp>

namespace tiltak::scenario {
namespace {

std::optional<Scalar> fail(Misread& why, std::string message, std::string hint = {}) {
  why = {std::move(message), std::move(hint)};
  return std::nullopt;
}

// A bound as people write it: whole numbers whole, and no "1e+12" for money.
std::string bound(double value) {
  return std::abs(value) < 1e15 && value == std::floor(value) ? fmt::format("{:.0f}", value)
                                                              : fmt::format("{}", value);
}

std::string range(const Type& type) {
  const bool from = std::isfinite(type.min), to = std::isfinite(type.max);
  if (from && to) return fmt::format(" from {} to {}", bound(type.min), bound(type.max));
  if (from) return fmt::format(" of at least {}", bound(type.min));
  return to ? fmt::format(" of at most {}", bound(type.max)) : std::string{};
}

// "month" for "months", "NOK" for "NOK a year".
bool is_unit(std::string_view written, std::string_view unit) {
  if (written == unit) return true;
  if (unit.ends_with('s') && written == unit.substr(0, unit.size() - 1)) return true;
  const auto period = unit.find(" a ");
  return period != std::string_view::npos && written == unit.substr(0, period);
}

bool check_unit(const Type& type, const Node& node, std::string_view written, Misread& why) {
  const std::string_view unit = unit_of(type);
  if (written.empty() || is_unit(written, unit)) return true;
  const std::string hint =
      unit.empty() ? "write the number alone" : fmt::format("the unit is {}", unit);
  fail(why, fmt::format("{} has the unit '{}'", describe(node), written), hint);
  return false;
}

bool check_range(const Type& type, const Node& node, double value, Misread& why) {
  if (!std::isfinite(value)) {
    fail(why, fmt::format("{} is too large for a number", describe(node)));
    return false;
  }
  if (value >= type.min && value <= type.max) return true;
  const bool above = value > type.max;
  std::string hint;
  if (type.kind == Kind::share && above && value <= 100 * type.max &&
      node.text.find('%') == std::string::npos)
    hint = fmt::format("write {} % or {}", node.text, value / 100);
  fail(why,
       fmt::format("{} is {} {}", describe(node), above ? "above" : "below",
                   bound(above ? type.max : type.min)),
       hint);
  return false;
}

std::optional<Scalar> read_integer(const Type& type, const Node& node, const Decimal& number,
                                   Misread& why) {
  if (!check_unit(type, node, number.unit, why)) return std::nullopt;
  const bool plain = number.fraction.empty() && number.exponent == 0;
  const auto value = plain ? number.integer() : std::nullopt;
  if (!plain) return fail(why, fmt::format("{} is not a whole number", describe(node)));
  if (!value) return fail(why, fmt::format("{} has more than 18 digits", describe(node)));
  if (!check_range(type, node, static_cast<double>(*value), why)) return std::nullopt;
  return *value;
}

std::optional<Scalar> read_real(const Type& type, const Node& node, const Decimal& number,
                                Misread& why) {
  if (!check_unit(type, node, number.unit, why)) return std::nullopt;
  const bool percent = type.kind == Kind::share && number.unit == "%";
  const double value =
      number.real(percent ? -2 : 0); // moved before rounding: 7.1 % is 0.071 exactly
  if (!check_range(type, node, value, why)) return std::nullopt;
  return value;
}

std::optional<Scalar> read_money(const Type& type, const Node& node, Decimal number, Misread& why) {
  const auto words = read_amount_words(number.unit, why);
  if (!words) return std::nullopt;
  const int shift = words->zeros;
  if (!check_unit(type, node, words->unit, why)) {
    if (const std::string near = nearest_scale(number.unit); !near.empty()) why.hint = near;
    return std::nullopt;
  }
  if (shift == 0 && number.fraction.size() == 3) // 27.000 is 27 000 to a Norwegian
    return fail(
        why, fmt::format("{} has three decimals", describe(node)),
        fmt::format("write {} {} if the point parts thousands", number.whole, number.fraction));
  if (!check_range(type, node, number.real(shift), why)) return std::nullopt;
  const auto ore = number.integer(shift + 2);
  if (!ore) return fail(why, fmt::format("{} is not a whole number of øre", describe(node)));
  return Money{*ore};
}

std::optional<Scalar> read_number(const Type& type, const Node& node, Misread& why) {
  if (node.quoted)
    return fail(why, fmt::format("a number in quotes: {}", describe(node)), "remove the quotes");
  auto number = read_decimal(node.text, why);
  if (!number && type.kind == Kind::money)
    if (const std::string hint = currency_last(node.text); !hint.empty()) why.hint = hint;
  if (!number) return std::nullopt;
  if (type.kind == Kind::money) return read_money(type, node, std::move(*number), why);
  const bool whole = type.kind == Kind::integer || type.kind == Kind::months;
  return whole ? read_integer(type, node, *number, why) : read_real(type, node, *number, why);
}

std::optional<Scalar> read_choice(const Type& type, const Node& node, Misread& why) {
  std::vector<std::string> names;
  for (const Option& option : type.options) {
    if (option.name == node.text) return node.text;
    names.emplace_back(option.name);
  }
  return fail(why, fmt::format("{} is none of the options", describe(node)),
              did_you_mean(node.text, names));
}

std::optional<Scalar> read_boolean(const Node& node, Misread& why) {
  if (!node.quoted && (node.text == "true" || node.text == "false")) return node.text == "true";
  std::string hint;
  for (const char* yes : {"yes", "Yes", "y", "on", "On", "True", "TRUE"})
    if (node.text == yes) hint = "write true";
  for (const char* no : {"no", "No", "n", "off", "Off", "False", "FALSE"})
    if (node.text == no) hint = "write false";
  return fail(why, fmt::format("{} is neither true nor false", describe(node)), hint);
}

std::optional<Scalar> read_month(const Node& node, Misread& why) {
  if (const auto month = parse_month(node.text)) return *month;
  return fail(why, fmt::format("{} is not a month", describe(node)));
}

// Digits of the whole part in groups of three; four digits stand together.
std::string grouped(std::string digits) {
  const std::size_t sign = digits.starts_with('-') ? 1 : 0;
  const std::size_t end = std::min(digits.find_first_of(".e"), digits.size());
  if (end - sign <= 4) return digits;
  for (std::size_t at = end; at > sign + 3;) digits.insert(at -= 3, 1, ' ');
  return digits;
}

} // namespace

std::string_view unit_of(const Type& type) {
  return type.kind == Kind::share ? "%" : type.kind == Kind::months ? "months" : type.unit;
}

std::string allowed(const Type& type) {
  const std::string in = type.unit.empty() ? "" : fmt::format(", in {}", type.unit);
  switch (type.kind) {
  case Kind::integer: return fmt::format("a whole number{}{}", range(type), in);
  case Kind::real: return fmt::format("a number{}{}", range(type), in);
  case Kind::money: return fmt::format("an amount{}, in {}, as 27 000 NOK", range(type), type.unit);
  case Kind::share: return fmt::format("a share{}, as 60 % or 0.6", range(type));
  case Kind::months: return fmt::format("a whole number of months{}", range(type));
  case Kind::month: return "a month from 1900-01 to 2199-12, as 2014-01";
  case Kind::boolean: return "true, false";
  case Kind::file: return "a path, relative to the file that says it";
  case Kind::text: return "a text";
  case Kind::choice: break;
  }
  std::string names;
  for (const Option& option : type.options)
    names += (names.empty() ? "" : ", ") + std::string(option.name);
  return names;
}

std::optional<Scalar> read_scalar(const Type& type, const Node& node, Misread& why) {
  if (node.shape != Shape::scalar)
    return fail(why, fmt::format("{} where one value belongs", describe(node)));
  if (node.empty())
    return fail(why, "nothing is written after the key", "write a value, or remove the key");
  switch (type.kind) {
  case Kind::text:
  case Kind::file:
    if (node.text.empty()) return fail(why, "an empty text", "write a text, or remove the key");
    return node.text;
  case Kind::choice: return read_choice(type, node, why);
  case Kind::boolean: return read_boolean(node, why);
  case Kind::month: return read_month(node, why);
  default: return read_number(type, node, why);
  }
}

std::string to_string(const Scalar& value) {
  struct Writer {
    std::string operator()(std::int64_t v) const { return fmt::format("{}", v); }
    std::string operator()(double v) const { return fmt::format("{}", v); }
    std::string operator()(bool v) const { return v ? "true" : "false"; }
    std::string operator()(Month v) const { return tiltak::to_string(v); }
    std::string operator()(Money v) const {
      return v.ore % 100 == 0 ? fmt::format("{}", v.ore / 100) : tiltak::to_string(v);
    }
    std::string operator()(const std::string& v) const { return v; }
  };
  return std::visit(Writer{}, value);
}

std::string with_unit(const Type& type, const Scalar& value) {
  // 15 digits hide what times 100 does to the last bit: 7.1 %, not 7.1000000000000005 %.
  if (type.kind == Kind::share) return fmt::format("{:.15g} %", 100 * std::get<double>(value));
  const bool number = type.kind == Kind::integer || type.kind == Kind::real ||
                      type.kind == Kind::months || type.kind == Kind::money;
  if (!number) return to_string(value);
  const std::string_view unit = unit_of(type);
  return (unit.empty() ? to_string(value) : grouped(to_string(value))) + (unit.empty() ? "" : " ") +
         std::string(unit);
}

} // namespace tiltak::scenario
