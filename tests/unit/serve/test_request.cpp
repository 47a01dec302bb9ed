// Bodies of forms, well and badly made.
#include <doctest/doctest.h>

#include <request.hpp>

using namespace tiltak::serve;

TEST_CASE("a form is taken apart") {
  const auto entries = decode_form("a=1&b=x+y%20z&c=bl%C3%A5&d&=e&budget.level=7%2C3");
  REQUIRE(entries);
  REQUIRE(entries->size() == 6);
  CHECK(entries->at(1).value == "x y z");
  CHECK(entries->at(2).value == "bl\xc3\xa5");
  CHECK(entries->at(3).name == "d");
  CHECK(entries->at(3).value.empty());
  CHECK(entries->at(4).name.empty());
  CHECK(entries->at(5).value == "7,3");
  CHECK(decode_form("")->empty());
}

TEST_CASE("what is malformed is refused as a whole") {
  for (const char* body : {"a=%", "a=%2", "a=%zz", "a=%00", "a=%0a", "a=1%1b", "%7f=1"})
    CHECK_FALSE(decode_form(body));
  CHECK_FALSE(decode_form("a=" + std::string(longest_value + 1, 'x')));
  std::string many;
  for (std::size_t i = 0; i <= most_entries; ++i) many += "a=1&";
  CHECK_FALSE(decode_form(many));
}

TEST_CASE("numbers are digits and no more than nine of them") {
  CHECK(whole_number("0") == 0);
  CHECK(whole_number("999999999") == 999999999);
  for (const char* text : {"", " 1", "-1", "+1", "1.0", "1e3", "1234567890", "0x1"})
    CHECK_FALSE(whole_number(text));
}

TEST_CASE("a comparison is of two simulations that differ") {
  const auto good = read_comparison("first=2&second=5&equal=spent&map=on", Language::en);
  CHECK(good.faults.empty());
  CHECK(good.first == 2);
  CHECK(good.second == 5);
  CHECK(good.equal == "spent");
  CHECK(good.map);
  for (const char* body :
       {"first=2&second=2&equal=spent", "first=2&second=5&equal=--help", "first=2&equal=spent",
        "first=../2&second=5&equal=spent", "%", "first=2&second=5&equal=spent&equal=as_given"})
    CHECK(read_comparison(body, Language::en).faults.size() == 1);
}
