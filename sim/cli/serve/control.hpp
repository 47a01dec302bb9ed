// What a page can set of a scenario: an input for each key of the table of keys, showing what the
// starting point has. Keys that name files have none, so that no request can name a file.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <tiltak/report/language.hpp>
#include <tiltak/scenario/values.hpp>

namespace tiltak::serve {

using report::Language;
using scenario::Words;

// As in addresses and in HTML.
inline const char* tag(Language language) { return language == Language::nb ? "nb" : "en"; }

inline std::string_view in(Language language, const Words& words) {
  return language == Language::nb ? words.nb : words.en;
}

struct Control {
  std::string key;
  const scenario::Field* field = nullptr;
  std::string shown; // the value of the starting point as the input shows it; empty: it has none
  std::string_view unit = {}; // what follows a bare number: "%", "million NOK"
  std::string nb = {}, en = {}; // its label; empty: the key's own description says it

  const std::string& label(Language language) const { return language == Language::nb ? nb : en; }
};

struct Group {
  std::string id; // "budget", "budget-more", "measures.training"
  std::string nb, en;
  bool is_first = false; // among what is seen at once; the others stand behind "more"
  std::vector<Control> controls;
};

// A scenario that a new one can start from: one of those the server was started with.
struct Base {
  std::filesystem::path path;
  std::string nb, en; // its name
  std::vector<Group> groups;

  const std::string& name(Language language) const { return language == Language::nb ? nb : en; }
  const Control* find(std::string_view key) const; // nullptr: no such input
};

// The name of a scenario is one input and two keys.
constexpr std::string_view name_key = "name";

// Reads the scenario at `path`. Throws InputError when it cannot be run.
Base make_base(const std::filesystem::path& path);

// The text that a scenario file would have for what was written in the input: "20" becomes "20 %".
// In Norwegian a comma is a decimal comma.
std::string as_scenario(const Control& control, std::string_view written, Language language);

// The value as an input shows it in this language.
std::string as_input(const Control& control, std::string_view value, Language language);

// "0 til 100 %", "from 1 to 60 months"; empty where anything goes.
std::string range(const Control& control, Language language);

} // namespace tiltak::serve
