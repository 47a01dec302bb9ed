#include <cmath>
#include <numeric>

#include <doctest/doctest.h>

#include <tiltak/measure/budget.hpp>
#include <tiltak/measure/pool.hpp>

using namespace tiltak;

namespace {

Catalogue catalogue() {
  Catalogue all(3);
  all[0].id = "course";
  all[0].price = Money::nok(10'000);
  all[0].composition = 0.5;
  all[0].provision = Provision::tendered;
  all[0].commitment = 12;
  all[1].id = "wage";
  all[1].price = Money::nok(20'000);
  all[1].composition = 0.5;
  all[1].subsidised = true;
  all[2].id = "practice";
  all[2].group = MeasureGroup::reduced_capacity;
  all[2].price = Money::nok(5'000);
  all[2].composition = 1;
  return all;
}

MonthTerms terms(const Catalogue& all, const GroupMoney& groups) {
  MonthTerms terms;
  terms.weight = money_weights(all, groups, 0);
  for (const Measure& m : all) terms.price.push_back(m.price);
  terms.most = terms.price;
  terms.batch.assign(all.size(), 1);
  terms.keeps.assign(all.size(), 1);
  return terms;
}

Pool pool(const Catalogue& all, Money year) {
  Pool pool;
  pool.regular = pool.granted = year;
  pool.running.assign(all.size(), 0);
  pool.notified.assign(all.size(), 0);
  return pool;
}

double half(std::size_t, unsigned) { return 0.5; }

} // namespace

TEST_CASE("groups get the money that buys their share of the places") {
  const auto all = catalogue();
  const auto groups = split_on_groups(all, Money::nok(1'000'000), 0.8);
  CHECK(groups[0] + groups[1] == Money::nok(1'000'000));
  const double seekers = static_cast<double>(groups[0].ore) / 15'000;
  const double reduced = static_cast<double>(groups[1].ore) / 5'000;
  CHECK(reduced / (seekers + reduced) == doctest::Approx(0.8));
}

TEST_CASE("weights add up and follow unemployment where a measure says so") {
  auto all = catalogue();
  const GroupMoney groups{Money::nok(300), Money::nok(100)};
  const auto even = money_weights(all, groups, 2);
  CHECK(std::accumulate(even.begin(), even.end(), 0.0) == doctest::Approx(1));
  CHECK(even[1] / even[0] == doctest::Approx(2)); // twice the price
  all[0].cyclical_share = 0.1;
  const auto slump = money_weights(all, groups, 2);
  CHECK(slump[1] / slump[0] == doctest::Approx(2 / std::exp(0.2)));
  CHECK(slump[2] == doctest::Approx(even[2]));
}

TEST_CASE("a tilt to cheap measures holds the places up") {
  const auto all = catalogue(); // a course, a dearer subsidy; the other group has one measure
  const auto weights = money_weights(all, {Money::nok(300), Money::nok(100)}, 0);
  const double places = places_for(1e9, all, weights);
  const auto out = tilted(all, weights, 0.95e9, places);
  CHECK(places_for(0.95e9, all, out) == doctest::Approx(places).epsilon(1e-4));
  CHECK(out[0] > weights[0]);
  CHECK(out[0] + out[1] == doctest::Approx(weights[0] + weights[1]));
  CHECK(out[2] == doctest::Approx(weights[2])); // money stays with its group
  CHECK(tilted(all, weights, 1e9, 0.5 * places) == weights);
}

TEST_CASE("new places cost no more than the month's money with what runs") {
  const auto all = catalogue();
  for (const bool contracts : {false, true}) {
    Frictions frictions;
    frictions.contracts = contracts;
    Pool one = pool(all, Money::nok(12'000'000));
    one.running_cost = Money::nok(900'000);
    const auto t = terms(all, {Money::nok(3), Money::nok(1)});
    const auto wanted = wanted_places(one, all, frictions, t);
    const auto places = new_places(one, wanted, all, frictions, t, half);
    Money cost = one.running_cost;
    for (std::size_t m = 0; m < all.size(); ++m) cost += all[m].price * places[m];
    CHECK(cost <= Money::nok(1'000'000));
    CHECK(cost > Money::nok(975'000));
  }
}

TEST_CASE("contracts bind and the dearest flexible measure is cut first") {
  auto all = catalogue();
  all[2].group = MeasureGroup::job_seekers;
  all[2].composition = 0.5; // course, wage and practice, a third of the places each
  Frictions frictions;
  frictions.contracts = true;
  Pool one = pool(all, Money::nok(12'000'000));
  auto t = terms(all, {Money::nok(1), Money{}});
  const auto before = wanted_places(one, all, frictions, t);
  one.granted = one.regular = Money::nok(9'000'000);
  const auto after = wanted_places(one, all, frictions, t);
  CHECK(after[0] / before[0] > 0.97); // a twelfth of the contracts was renewed
  CHECK(after[1] / before[1] < 0.7);
  CHECK(after[2] / before[2] < 0.75); // its part of the money, and of the tolerance
  CHECK(after[2] / before[2] > 0.7);
  CHECK(after[0] * 10'000 + after[1] * 20'000 + after[2] * 5'000 == doctest::Approx(750'000));
}

TEST_CASE("money that lapses is used up and other money is spread over a year") {
  const auto all = catalogue();
  Frictions frictions;
  Pool one = pool(all, Money::nok(12'000'000));
  one.spent = Money::nok(9'800'000); // of eleven months; 1.2 million behind
  CHECK(month_money(one, frictions, 12) == Money::nok(1'100'000));
  frictions.lapse = true;
  frictions.rush = 1.5;
  CHECK(month_money(one, frictions, 12) == Money::nok(1'500'000));
  one.spent = Money::nok(12'000'000);
  CHECK(month_money(one, frictions, 12) == Money{});
}

TEST_CASE("late money is all used and on what is not on contract") {
  const auto all = catalogue(); // the course is on contract
  Frictions frictions;
  frictions.late_money = true;
  Pool one = pool(all, Money::nok(12'000'000));
  one.spent = Money::nok(9'000'000);
  one.late = Money::nok(900'000); // came in October: a third of it a month
  auto t = terms(all, {Money::nok(3), Money::nok(1)});
  t.month = 10;
  const auto wants = wanted_places(one, all, frictions, t);
  CHECK(wants[0] * 10'000 == doctest::Approx(t.weight[0] * 700'000));
  CHECK(wants[1] * 20'000 == doctest::Approx(t.weight[1] * 700'000 +
                                             300'000 * t.weight[1] / (t.weight[1] + t.weight[2])));
  CHECK(wants[0] * 10'000 + wants[1] * 20'000 + wants[2] * 5'000 == doctest::Approx(1'000'000));
}
