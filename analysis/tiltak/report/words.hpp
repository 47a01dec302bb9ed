// The words of a report in one language: sentences from the catalogue words.txt, numbers and months
// in the language's form.
//
//   const Words say(Language::nb);
//   say("population.finding", {{"share", say.percent(0.031, 1)}});
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tiltak/core/month.hpp>
#include <tiltak/report/language.hpp>
#include <tiltak/store/codes.hpp>

namespace tiltak::report {

struct Entry {
  std::string key, nb, en;
};

// A catalogue's text as entries, in its order. A key without both languages, a key that comes twice
// or a line that is none of the three kinds is a std::logic_error that names it.
std::vector<Entry> parse_words(std::string_view text);

// The catalogue of reports, parsed once.
std::span<const Entry> catalogue();

class Words {
public:
  using Values = std::initializer_list<std::pair<std::string_view, std::string>>;

  explicit Words(Language language) : language_(language) {}
  Language language() const { return language_; }
  const char* tag() const { return language_ == Language::nb ? "nb" : "en"; } // for lang attributes

  // The sentence with each "{name}" replaced. An unknown key, a name without a value and a value
  // without a name are mistakes of the program: std::logic_error.
  std::string operator()(std::string_view key, Values values = {}) const;

  // nb: 1 234,5 with no-break spaces; en: 1,234.5. The minus sign is U+2212. Not finite: "–".
  std::string number(double value, int digits = 0) const;
  std::string percent(double share, int digits = 1) const; // of 1; nb: 12,3 %; en: 12.3%
  std::string month(Month month) const; // "januar 2014", "January 2014"
  std::string label(const store::Code& code) const;
  std::string list(const std::vector<std::string>& items) const; // "a, b og c"

private:
  Language language_;
};

} // namespace tiltak::report
