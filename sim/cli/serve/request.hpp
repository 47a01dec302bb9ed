// What a form sent, as changes of a scenario. Pure functions of the request: they open no file, and
// nothing that they give is a path.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tiltak/scenario/resolve.hpp>

#include "control.hpp"

namespace tiltak::serve {

constexpr std::size_t most_entries = 2000, longest_value = 400; // bytes

struct Entry {
  std::string name, value;
};

// application/x-www-form-urlencoded taken apart, in its order. Nothing where it is malformed: a
// bad percent escape, a byte that cannot stand in a text, an entry too many or one too long.
std::optional<std::vector<Entry>> decode_form(std::string_view body);

// Something wrong with one input, or with the whole form where the key is empty.
struct Fault {
  std::string key;
  std::string message; // in the reader's language
  std::string detail = {}; // more of it, in English; may be empty
};

// What a form asks to have simulated.
struct Order {
  std::size_t base = 0; // place among the bases
  std::vector<scenario::Assignment> changes; // what differs from the base, named after its key
  std::map<std::string, std::string, std::less<>> written; // by key, to be shown again
  std::vector<Fault> faults; // nothing may be run where there are any
};

// An input that is left empty or as the base has it changes nothing. Names that are no input, names
// that come twice and texts that are no line of text are faults; whether a value can be used is for
// check.hpp to say.
Order read_order(std::string_view body, std::span<const Base> bases, Language language);

// Which simulations a form asks to have compared, and how.
struct Comparison {
  std::size_t first = 0, second = 0; // numbers of runs
  std::string equal; // present_value, as_given, spent or place_months
  bool map = false; // also the sign map
  std::vector<Fault> faults;
};
Comparison read_comparison(std::string_view body, Language language);

// "17" as a number; nothing for signs, blanks, and more than nine digits.
std::optional<std::size_t> whole_number(std::string_view text);

} // namespace tiltak::serve
