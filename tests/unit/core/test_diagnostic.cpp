#include <doctest/doctest.h>
#include <tiltak/core/diagnostic.hpp>

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

TEST_CASE("an input error carries all diagnostics") {
  Diagnostics all;
  all.add({"a.yaml", 1, 1}, "one");
  all.add({"a.yaml", 2, 1}, "two");
  const InputError error(all);
  CHECK(error.diagnostics().size() == 2);
  CHECK(std::string(error.what()).find("a.yaml:2:1: error: two") != std::string::npos);
}
