#include <doctest/doctest.h>
#include <tiltak/core/diagnostic.hpp>
#include <tiltak/core/utf8.hpp>

using namespace tiltak;

TEST_CASE("a diagnostic names file and line and column and what is allowed") {
  const Diagnostic d{
      {"a.yaml", 3, 5}, "unknown key 'sed'", "seed", "did you mean 'seed'?", "    sed: 1"};
  CHECK(to_string(d) == "a.yaml:3:5: error: unknown key 'sed'\n"
                        "    3 |     sed: 1\n"
                        "      |     ^\n"
                        "   allowed: seed\n"
                        "   did you mean 'seed'?\n");
}

TEST_CASE("what a diagnostic shows is text a terminal can take") {
  CHECK(printable("æ\tø\n") == "æ\tø\n");
  CHECK(printable("\x1b[2J \xff\xc0\x80") == "\\x1B[2J \\xFF\\xC0\\x80");
  CHECK(printable("\xc2\x9b") == "\\xC2\\x9B"); // a control sequence in one character
  const Diagnostic d{{"a.csv", 2, 1}, "unknown code '\xff'", "", "", "\xff,1"};
  CHECK(to_string(d) == "a.csv:2:1: error: unknown code '\\xFF'\n    2 | \\xFF,1\n      | ^\n");
}

TEST_CASE("a message is cut where it would show megabytes of a file") {
  CHECK(shortened("æøå", 6) == "æøå");
  CHECK(shortened("æøå", 5) == "æø...");
  Diagnostics all;
  all.add({"a.csv", 2, 1}, std::string(5'000'000, 'x'));
  CHECK(to_string(all).size() < 1100);
}

TEST_CASE("an input error carries all diagnostics") {
  Diagnostics all;
  all.add({"a.yaml", 1, 1}, "one");
  all.add({"a.yaml", 2, 1}, "two");
  const InputError error(all);
  CHECK(error.diagnostics().size() == 2);
  CHECK(std::string(error.what()).find("a.yaml:2:1: error: two") != std::string::npos);
}
