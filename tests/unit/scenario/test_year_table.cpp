#include <doctest/doctest.h>

#include <tiltak/scenario/year_table.hpp>

using namespace tiltak;
using namespace tiltak::scenario;

namespace {

auto read(const std::string& text, Diagnostics& diagnostics) {
  return read_year_table(std::make_shared<const Source>("money.csv", text), diagnostics);
}

std::string first_error(const std::string& text) {
  Diagnostics diagnostics;
  read(text, diagnostics);
  return diagnostics.empty() ? "" : to_string(diagnostics.all().front());
}

} // namespace

TEST_CASE("a table of money by year may have comments and columns for people") {
  Diagnostics diagnostics;
  const auto rows =
      read("# of 2011\n\nyear,source,nok\n2013,\"a, b\",7.5\n# note\n2016,c,8\n", diagnostics);
  CHECK(diagnostics.empty());
  REQUIRE(rows.size() == 2);
  CHECK(rows[0] == std::pair{2013, Money{750}});
  CHECK(rows[1] == std::pair{2016, Money::nok(8)});
}

TEST_CASE("what is wrong in a table of money by year is said with its place") {
  CHECK(first_error("year,nok\n2013,1\n2013,2\n").find("money.csv:3:1: ") == 0);
  CHECK(first_error("year,nok\n2013,-1\n").find("money.csv:2:6: ") == 0);
  CHECK(first_error("year,nok\n13,1\n").find("money.csv:2:1: ") == 0);
  CHECK(first_error("year,nok\n2013,nan\n").find("'nan' is not a number") != std::string::npos);
  CHECK(first_error("year,nok\n2013,\"1\n").find("a quote is not closed") != std::string::npos);
  CHECK(first_error("year,nok,nok\n2013,1,2\n").find("stands twice") != std::string::npos);
  CHECK(first_error("year;nok\n2013;1\n").find("semicolons") != std::string::npos);
  CHECK(first_error("year\n2013\n").find("'nok' is missing") != std::string::npos);
  CHECK(first_error("year,nok\n").find("no year") != std::string::npos);
  CHECK_FALSE(first_error("").empty());
}

TEST_CASE("a long table of mistakes is told in few diagnostics") {
  std::string text = "year,nok\n";
  for (int k = 0; k < 5000; ++k) text += "x,y\n";
  Diagnostics diagnostics;
  read(text, diagnostics);
  CHECK(diagnostics.size() < 250);
}
