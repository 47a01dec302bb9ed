// Tables as CSV, read back by a reader of its own that knows only RFC 4180.
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <tiltak/report/csv.hpp>

using namespace tiltak::report;

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows read(const std::string& text, char separator) {
  Rows rows(1, {""});
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    std::string& field = rows.back().back();
    if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"')
      field += text[++i];
    else if (c == '"')
      quoted = !quoted;
    else if (quoted)
      field += c;
    else if (c == separator)
      rows.back().emplace_back();
    else if (c == '\n')
      rows.push_back({""});
    else if (c != '\r')
      field += c;
  }
  rows.pop_back(); // what follows the last line's end
  return rows;
}

const Table table{"t",
                  "Caption",
                  {{"Name", ""}, {"Money", "NOK"}, {"Range", "%", true}},
                  {{"a; \"b\", c", Number{-1234.5, 1}, Interval{0.25, 12, 2}},
                   {"=1+1", Suppressed{}, Missing{}},
                   {"line\nbreak", Number{-0.0001, 2}, Suppressed{}}},
                  {}};

} // namespace

TEST_CASE("English: commas and points") {
  const std::string text = to_csv(table, Language::en);
  const Rows rows = read(text, ',');
  REQUIRE(rows.size() == 4);
  CHECK(rows[0] == std::vector<std::string>{"Name", "Money (NOK)", "Range, lower bound (%)",
                                            "Range, upper bound (%)"});
  CHECK(rows[1] == std::vector<std::string>{"a; \"b\", c", "-1234.5", "0.25", "12.00"});
  CHECK(rows[2] == std::vector<std::string>{"'=1+1", ":", "", ""});
  CHECK(rows[3] == std::vector<std::string>{"line\nbreak", "0.00", ":", ""});
}

TEST_CASE("Norwegian: byte order mark and semicolons and decimal commas") {
  const std::string text = to_csv(table, Language::nb);
  REQUIRE(text.rfind("\xef\xbb\xbf", 0) == 0);
  const Rows rows = read(text.substr(3), ';');
  REQUIRE(rows.size() == 4);
  CHECK(rows[0][2] == "Range, nedre grense (%)");
  CHECK(rows[1] == std::vector<std::string>{"a; \"b\", c", "-1234,5", "0,25", "12,00"});
}
