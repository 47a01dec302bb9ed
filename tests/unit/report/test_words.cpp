// Both languages are complete, every word is used, and numbers look as the language writes them.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>

#include <doctest/doctest.h>

#include <tiltak/report/words.hpp>

using namespace tiltak;
using namespace tiltak::report;

namespace {

const Words nb(Language::nb), en(Language::en);

std::set<std::string> places_in(const std::string& text) {
  std::set<std::string> names;
  for (auto open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1))
    names.insert(text.substr(open, text.find('}', open) - open + 1));
  return names;
}

// Everything that stands in quotes in the sources of reports.
std::set<std::string> quoted_in_sources() {
  std::set<std::string> quoted;
  const std::string folder = TILTAK_SOURCE_DIR "/analysis/tiltak/report";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".cpp") continue;
    std::ostringstream text;
    text << std::ifstream(entry.path()).rdbuf();
    std::istringstream parts(text.str());
    for (std::string part; std::getline(parts, part, '"');) quoted.insert(part);
  }
  return quoted;
}

} // namespace

TEST_CASE("a key has the same places in both languages") {
  REQUIRE(catalogue().size() > 50);
  for (const Entry& entry : catalogue()) {
    CAPTURE(entry.key);
    CHECK(places_in(entry.nb) == places_in(entry.en));
  }
}

TEST_CASE("every key is used") {
  const auto quoted = quoted_in_sources();
  for (const Entry& entry : catalogue()) {
    CAPTURE(entry.key);
    CHECK(quoted.count(entry.key) == 1);
  }
}

TEST_CASE("a catalogue that is not whole is refused") {
  CHECK(parse_words("a\n  nb x\n  en y\n").size() == 1);
  CHECK_THROWS_AS(parse_words("a\n  nb x\n"), std::logic_error);
  CHECK_THROWS_AS(parse_words("a\n  nb x\n  en y\na\n  nb x\n  en y\n"), std::logic_error);
  CHECK_THROWS_AS(parse_words("a\n  nb x\n  nb z\n  en y\n"), std::logic_error);
  CHECK_THROWS_AS(parse_words("a\n  sv x\n"), std::logic_error);
  CHECK_THROWS_AS(parse_words("  nb x\n"), std::logic_error);
}

TEST_CASE("sentences are filled and mistakes in them are seen") {
  CHECK(en("interval", {{"low", "1"}, {"high", "2"}}) == "1 to 2");
  CHECK(nb("interval", {{"low", "{high}"}, {"high", "2"}}) == "{high} til 2"); // no second filling
  CHECK_THROWS_AS(en("interval", {{"low", "1"}}), std::logic_error);
  CHECK_THROWS_AS(en("and", {{"low", "1"}}), std::logic_error);
  CHECK_THROWS_AS(en("no such key"), std::logic_error);
}

TEST_CASE("numbers in both languages") {
  CHECK(nb.number(1234567.891, 2) == "1\u00a0234\u00a0567,89");
  CHECK(en.number(1234567.891, 2) == "1,234,567.89");
  CHECK(nb.number(999) == "999");
  CHECK(nb.number(-1000) == "−1\u00a0000");
  CHECK(en.number(-0.001, 2) == "0.00");
  CHECK(en.number(-999.9996, 3) == "−1,000.000");
  CHECK(en.number(0.0 / 0.0) == "–");
  CHECK(nb.percent(0.1234) == "12,3\u00a0%");
  CHECK(en.percent(0.1234) == "12.3%");
}

TEST_CASE("months and lists in both languages") {
  CHECK(nb.month(Month::of(2014, 10)) == "oktober 2014");
  CHECK(en.month(Month::of(2014, 12)) == "December 2014");
  CHECK(nb.list({"a", "b", "c"}) == "a, b og c");
  CHECK(en.list({"a"}) == "a");
}
