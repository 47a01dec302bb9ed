#include <doctest/doctest.h>
#include <tiltak/core/month.hpp>

using namespace tiltak;

TEST_CASE("a month is read and written as year and month") {
  CHECK(parse_month("2014-01") == Month::of(2014, 1));
  CHECK(to_string(Month::of(2014, 12) + 1) == "2015-01");
  CHECK(Month::of(2019, 11) - Month::of(2014, 12) == 59);
  for (const char* wrong :
       {"2014", "2014-13", "2014-00", "14-01", "2014-1", "2014/01", "2014-01 ", ""})
    CHECK_FALSE(parse_month(wrong).has_value());
}

TEST_CASE("days count from 1970") {
  CHECK(days_since_1970(Month::of(1970, 1)) == 0);
  CHECK(days_since_1970(Month::of(2014, 1)) == 16071);
  CHECK(days_since_1970(Month::of(2000, 3)) == 11017); // after a leap day in a century year
}
