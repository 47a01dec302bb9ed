#include <doctest/doctest.h>

#include <tiltak/measure/rule.hpp>

using namespace tiltak;

namespace {
const GroupMoney level{Money::nok(200), Money::nok(800)};
const Money place = Money::nok(10);

Published published(const std::vector<double>& series) { return {series, 1000, 12}; }
} // namespace

TEST_CASE("a stable rule gives the level whatever happens") {
  const std::vector<double> series(40, 9.0);
  CHECK(year_money({}, level, place, 2014, published(series)) == level);
}

TEST_CASE("a cyclical rule answers per percentage point after its lag and not before") {
  BudgetRule rule;
  rule.kind = BudgetRule::Kind::cyclical;
  rule.response = 0.2;
  rule.lag = 6;
  rule.window = 1;
  std::vector<double> series(24, 3.0);
  for (std::size_t m = 16; m < 24; ++m) series[m] = 4.0; // seen at month 24 - 6 = 18
  CHECK(year_money(rule, level, place, 2014, published(series))[0] == Money::nok(240));
  CHECK(year_money(rule, level, place, 2014, published(series))[1] == Money::nok(800));
  rule.whole_post = true;
  CHECK(year_money(rule, level, place, 2014, published(series))[1] == Money::nok(960));
  rule.lag = 9; // month 15 was the last one seen
  CHECK(year_money(rule, level, place, 2014, published(series)) == level);
}

TEST_CASE("a rule in places buys that many for each extra unemployed person") {
  BudgetRule rule;
  rule.kind = BudgetRule::Kind::cyclical;
  rule.response_in = BudgetRule::Response::places;
  rule.response = 0.38;
  rule.lag = 0;
  rule.window = 1;
  rule.ceiling = 10;
  std::vector<double> series(24, 3.0);
  series.back() = 4.0; // 10 of 1000 persons more: 3.8 places of 10 kroner
  const auto money = year_money(rule, level, place, 2014, published(series));
  CHECK(money[0] == Money::nok(238));
  CHECK(money[1] == level[1]);
}

TEST_CASE("floor and ceiling hold") {
  BudgetRule rule;
  rule.kind = BudgetRule::Kind::cyclical;
  rule.response = 1;
  rule.lag = 0;
  rule.window = 1;
  std::vector<double> series(24, 3.0);
  series.back() = 9.0;
  CHECK(year_money(rule, level, place, 2014, published(series))[0] == Money::nok(400));
  series.back() = 0.0;
  CHECK(year_money(rule, level, place, 2014, published(series))[0] == Money::nok(100));
}

TEST_CASE("a path is a straight line between its years and level outside them") {
  BudgetRule rule;
  rule.kind = BudgetRule::Kind::path;
  rule.path = {{2013, Money::nok(1000)}, {2017, Money::nok(2000)}};
  const auto total = [&](int year) {
    const auto money = year_money(rule, level, place, year, {});
    return money[0] + money[1];
  };
  CHECK(total(2010) == Money::nok(1000));
  CHECK(total(2014) == Money::nok(1250));
  CHECK(total(2020) == Money::nok(2000));
  CHECK(year_money(rule, level, place, 2017, {})[0] == Money::nok(400)); // a fifth, as the level
}

TEST_CASE("revisions come in June and November") {
  CHECK(is_decided(Revisions::none, 1));
  CHECK_FALSE(is_decided(Revisions::none, 6));
  CHECK(is_decided(Revisions::spring, 6));
  CHECK_FALSE(is_decided(Revisions::spring, 11));
  CHECK(is_decided(Revisions::spring_and_autumn, 11));
}
