#include <doctest/doctest.h>

#include <tiltak/compare/costs.hpp>
#include <tiltak/compare/shapley.hpp>

using namespace tiltak::compare;

TEST_CASE("Shapley values are those of the glove game and add up") {
  // Two left gloves and one right one: a pair is worth 1. The textbook's answer: 1/6, 1/6, 4/6.
  const auto pair = [](std::uint32_t set) {
    return (set & 3u) != 0 && (set & 4u) != 0 ? 1.0 : 0.0;
  };
  const auto parts = shapley(3, pair);
  CHECK(parts[0] == doctest::Approx(1.0 / 6));
  CHECK(parts[1] == doctest::Approx(1.0 / 6));
  CHECK(parts[2] == doctest::Approx(4.0 / 6));
}

TEST_CASE("a wage subsidy costs society the raising of the taxes and nothing else") {
  MonthlyRates rates;
  rates.tax_cost = 0.2;
  const Balance balance = balance_of({}, {100, 100, 100}, rates);
  CHECK(balance.public_balance() == doctest::Approx(-100));
  CHECK(balance.social(rates.tax_cost) == doctest::Approx(-20));
  const Balance course = balance_of({}, {100, 100, 0}, rates);
  CHECK(course.social(rates.tax_cost) == doctest::Approx(-120));
}

TEST_CASE("a month in a job in place of benefits") {
  MonthlyRates rates;
  rates.employer_contribution = 0.14;
  rates.income_tax = 0.25;
  rates.unemployment_benefit = 20'000;
  rates.benefit_tax = 0.2;
  const Balance job = balance_of({.earnings = 50'000}, {}, rates);
  Balance change = job;
  change.add(balance_of({.with_unemployment_benefit = 1}, {}, rates), -1);
  CHECK(job.output == doctest::Approx(57'000));
  // taxes 19,500 less 4,000 on the benefit, and the benefit itself
  CHECK(change.public_balance() == doctest::Approx(35'500));
}

TEST_CASE("a year at four per cent") {
  CHECK(present_value_factor(0.04, 12) == doctest::Approx(1 / 1.04));
  CHECK(present_value_factor(0, 100) == 1);
}
