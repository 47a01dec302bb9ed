#include <doctest/doctest.h>

#include <cmath>

#include <tiltak/scenario/type.hpp>

using namespace tiltak;
using namespace tiltak::scenario;

namespace {

// The value as canonical text, or the message and the hint.
std::string read(const Type& type, const std::string& text, bool quoted = false) {
  Node node;
  node.text = text;
  node.quoted = quoted;
  Misread why;
  const auto value = read_scalar(type, node, why);
  if (value) return to_string(*value);
  return why.message + (why.hint.empty() ? "" : "; " + why.hint);
}

const Type count{.kind = Kind::integer, .unit = "persons", .min = 0, .max = 1e6};
const Type bare{.kind = Kind::integer};
const Type real{.kind = Kind::real};
const Type share{.kind = Kind::share, .min = 0, .max = 1};
const Type months_type{.kind = Kind::months, .min = 1, .max = 600};
const Type price{.kind = Kind::money, .unit = "NOK a month", .min = 0, .max = 1e12};
const Type flag{.kind = Kind::boolean};
const Type month{.kind = Kind::month};
const Option words[] = {{"on", {}}, {"off", {}}};
const Type choice{.kind = Kind::choice, .options = words};

} // namespace

TEST_CASE("numbers as people write them") {
  CHECK(read(count, "12") == "12");
  CHECK(read(count, "12 persons") == "12");
  CHECK(read(count, "1 person") == "1");
  CHECK(read(count, "27 000") == "27000");
  CHECK(read(count, "27\u00A0000 persons") == "27000");
  CHECK(read(count, "+7") == "7");
  CHECK(read(bare, "-0") == "0");
  CHECK(read(bare, "-999999999999999999") == "-999999999999999999");
  CHECK(read(real, "-0.0") == "0");
  CHECK(read(real, "1e308") == "1e+308");
  CHECK(read(real, "4.9e-324") == "5e-324");
  CHECK(read(real, "1e-999") == "0");
  CHECK(read(real, "0.1") == "0.1");
  CHECK(read(months_type, "12 months") == "12");
  CHECK(read(months_type, "1 month") == "1");
}

TEST_CASE("numbers that mislead are refused with the right spelling") {
  CHECK(read(bare, "010") == "'010' begins with a zero; write 10");
  CHECK(read(real, "00.5") == "'00.5' begins with a zero; write 0.5");
  CHECK(read(real, "1,5") == "'1,5' has a comma; write 1.5");
  CHECK(read(real, "1,500") ==
        "'1,500' has a comma; write 1.500, or 1500 if the comma parts thousands");
  CHECK(read(real, ".5") == "'.5' has no digit before the point; write 0.5");
  CHECK(read(real, "5.") == "'5.' has no digit after the point");
  CHECK(read(bare, "1_000") == "'1_000' is not a number; write the digits alone: 27000 or 27 000");
  CHECK(read(bare, "0x10") == "'0x10' is not a number; write the digits alone: 27000 or 27 000");
  CHECK(read(bare, "1.0") == "'1.0' is not a whole number");
  CHECK(read(bare, "1e3") == "'1e3' is not a whole number");
  CHECK(read(bare, "12", true) == "a number in quotes: '12'; remove the quotes");
  CHECK(read(bare, "") == "nothing is written after the key; write a value, or remove the key");
  CHECK(read(bare, "twelve") == "'twelve' is not a number");
  CHECK(read(bare, "27 00") == "'27 00' has the unit '00'; write the number alone");
}

TEST_CASE("numbers that are none or too large are refused") {
  for (const char* text : {".nan", ".inf", "-.inf", "nan", "NaN", "inf", "-Infinity", ".NaN"})
    CHECK(read(real, text) == "'" + std::string(text) + "' is not a finite number");
  CHECK(read(real, "1e309") == "'1e309' is too large for a number");
  CHECK(read(real, "-1e9999") == "'-1e9999' is too large for a number");
  CHECK(read(bare, "9223372036854775808") == "'9223372036854775808' has more than 18 digits");
  CHECK(read(count, "1000001") == "'1000001' is above 1000000");
  CHECK(read(count, "-1") == "'-1' is below 0");
}

TEST_CASE("shares are percentages or fractions and round once") {
  CHECK(read(share, "60 %") == "0.6");
  CHECK(read(share, "60%") == "0.6");
  CHECK(read(share, "7.1 %") == "0.071");
  CHECK(read(share, "0.6") == "0.6");
  CHECK(read(share, "60") == "'60' is above 1; write 60 % or 0.6");
  CHECK(read(share, "160 %") == "'160 %' is above 1");
  CHECK(read(share, "6 months") == "'6 months' has the unit 'months'; the unit is %");
}

TEST_CASE("money is exact to the øre and knows its period") {
  CHECK(read(price, "27 000 NOK") == "27000");
  CHECK(read(price, "27000") == "27000");
  CHECK(read(price, "27 000 NOK/month") == "27000");
  CHECK(read(price, "27 000 NOK per month") == "27000");
  CHECK(read(price, "0.29 NOK a month") == "0.29");
  CHECK(read(price, "7 253.5 million NOK") == "7253500000");
  CHECK(read(price, "7.2535 billion NOK a month") == "7253500000");
  CHECK(read(price, "1.0051") == "'1.0051' is not a whole number of øre");
  CHECK(read(price, "27 000 NOK/year") ==
        "'27 000 NOK/year' has the unit 'NOK a year'; the unit is NOK a month");
  CHECK(read(price, "27.000 kr") ==
        "'27.000 kr' has three decimals; write 27 000 if the point parts thousands");
  CHECK(read(price, "27 000 EUR") == "'27 000 EUR' has the unit 'EUR'; the unit is NOK a month");
}

TEST_CASE("money is read as officials type it") {
  for (const char* text : {"7.4 milliarder", "7.4 milliarder kr", "7.4 mrd", "7.4 mrd. kr",
                           "7.4 mrd kroner i måneden", "7 400 mill.", "7 400 mill. kr per måned",
                           "7400 millioner kroner", "7.4 billion NOK", "7 400 mill kr/mnd"})
    CHECK(read(price, text) == "7400000000");
  CHECK(read(price, "1 milliard kr") == "1000000000");
  CHECK(read(price, "7,4 milliarder") == "'7,4 milliarder' has a comma; write 7.4 milliarder");
  CHECK(read(price, "7,361 mrd") == "'7,361 mrd' has a comma; write 7.361 mrd, or 7361 mrd if the "
                                    "comma parts thousands");
  CHECK(read(price, "kr 7.4 mrd") == "'kr 7.4 mrd' is not a number; write 7.4 mrd kr");
  CHECK(read(price, "7.4 miliarder") == "'7.4 miliarder' has the unit 'miliarder'; did you mean "
                                        "'milliarder'?");
  CHECK(read(price, "7.4 mrd kr i året") ==
        "'7.4 mrd kr i året' has the unit 'NOK a year'; the unit is NOK a month");
  for (const char* text : {"7.4 billion kr", "7.4 billioner"})
    CHECK(read(price, text).ends_with("write milliarder kr or billion NOK for 10^9"));
}

TEST_CASE("only true and false are booleans while on and off are words where they are options") {
  CHECK(read(flag, "true") == "true");
  CHECK(read(flag, "yes") == "'yes' is neither true nor false; write true");
  CHECK(read(flag, "off") == "'off' is neither true nor false; write false");
  CHECK(read(flag, "true", true) == "'true' is neither true nor false");
  CHECK(read(choice, "on") == "on");
  CHECK(read(choice, "off", true) == "off");
  CHECK(read(choice, "true") == "'true' is none of the options");
  CHECK(read(choice, "Off") == "'Off' is none of the options; did you mean 'off'?");
}

TEST_CASE("months are written year first") {
  CHECK(read(month, "2014-01") == "2014-01");
  CHECK(read(month, "2014-13") == "'2014-13' is not a month");
  CHECK(read(month, "2014-1") == "'2014-1' is not a month");
  CHECK(read(month, "2014") == "'2014' is not a month");
}

TEST_CASE("what is allowed is said in words") {
  CHECK(allowed(count) == "a whole number from 0 to 1000000, in persons");
  CHECK(allowed(share) == "a share from 0 to 1, as 60 % or 0.6");
  CHECK(allowed(price) == "an amount from 0 to 1000000000000, in NOK a month, as 27 000 NOK");
  CHECK(allowed(choice) == "on, off");
  CHECK(allowed(real) == "a number");
}
