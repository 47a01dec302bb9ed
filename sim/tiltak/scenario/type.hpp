// What kind of value a key takes, and the reading of a written value as one: the only place where
// text becomes a number, a month, a share or an amount of money.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include <tiltak/core/money.hpp>
#include <tiltak/core/month.hpp>
#include <tiltak/scenario/tree.hpp>

namespace tiltak::scenario {

// A text in both languages of the program.
struct Words {
  std::string_view nb, en;
};

// One of the words a choice takes, and what it means.
struct Option {
  std::string_view name;
  Words words;
};

enum class Kind {
  integer, // 12
  real, // 0.5
  text, // any text
  month, // 2014-01
  choice, // one of the options
  money, // 27 000 NOK, 7.3 billion NOK; kept as Money
  share, // 60 % or 0.6; kept as 0.6
  months, // 12 months or 12
  file, // a path, relative to the file that says it
  boolean, // true or false
};

struct Type {
  Kind kind = Kind::text;
  std::string_view unit = {}; // of integer, real and money: "persons", "NOK a year"
  double min = -infinity,
         max = infinity; // of numbers, both allowed; of money in NOK; of a share as 0.6
  std::span<const Option> options = {}; // of a choice

  static constexpr double infinity = std::numeric_limits<double>::infinity();
};

// integer and months: int64; real and share: double; text, choice and file: string.
using Scalar = std::variant<std::int64_t, double, bool, Month, Money, std::string>;

// Why a written value cannot be used.
struct Misread {
  std::string message; // "'1,5' is not a number"
  std::string hint; // "write 1.5"; may be empty
};

// The unit that a value may carry in the file: "%" for shares, "months"; empty if none.
std::string_view unit_of(const Type& type);

// What `type` allows, in words: "a whole number from 1 to 600, in months".
std::string allowed(const Type& type);

// The value that `node` (a scalar) stands for. Nothing, and `why`, if it stands for none: wrong
// kind, wrong unit, out of range, not finite, an unknown option, nothing written.
std::optional<Scalar> read_scalar(const Type& type, const Node& node, Misread& why);

// The value as one writes it, in the shortest form that reads back to the same bits: "0.6",
// "2014-01", "27000", "27000.50", "true".
std::string to_string(const Scalar& value);

// The value with its unit, for people: "5 %", "7 253 500 000 NOK a year", "12 months", "2014-01".
std::string with_unit(const Type& type, const Scalar& value);

} // namespace tiltak::scenario
