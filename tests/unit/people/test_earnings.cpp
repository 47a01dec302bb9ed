#include <doctest/doctest.h>

#include <tiltak/people/earnings.hpp>

using namespace tiltak;

namespace {
Earnings table() {
  Earnings e;
  e.education = {5, 5.5, 6, 8, 5};
  e.sex = {0.9, 1.1};
  e.age.fill(1);
  e.part_time = 0.5;
  e.basic_amount = {{2013, Money::nok(85'245)}, {2014, Money::nok(88'370)}};
  return e;
}
} // namespace

TEST_CASE("the basic amount changes on the first of May") {
  const Earnings e = table();
  CHECK(e.g(Month::of(2014, 4)) == Money::nok(85'245));
  CHECK(e.g(Month::of(2014, 5)) == Money::nok(88'370));
  // The mean G of 2014 as the tax authorities publish it: 87,328 NOK.
  CHECK(e.mean_g(2014) == Money{8'732'833});
}

TEST_CASE("beyond the table its first and last amounts hold") {
  const Earnings e = table();
  CHECK(e.g(Month::of(1999, 1)) == Money::nok(85'245));
  CHECK(e.g(Month::of(2030, 1)) == Money::nok(88'370));
  CHECK(e.mean_g(2030) == Money::nok(88'370));
}

TEST_CASE("earnings are basic amounts by education and sex and age and hours") {
  Earnings e = table();
  e.age[2] = 0.9;
  CHECK(e.annual(Sex::man, Education::upper_secondary, 4, Hours::full_time, 2030) ==
        scale(Money::nok(88'370), 5.5 * 1.1));
  CHECK(e.annual(Sex::woman, Education::higher_long, 2, Hours::part_time, 2030) ==
        scale(Money::nok(88'370), 8 * 0.9 * 0.9 * 0.5));
}
