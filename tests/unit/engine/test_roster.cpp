// Who is on a measure and what she costs, and whose place ends when money does not reach.
#include <doctest/doctest.h>

#include <tiltak/engine/roster.hpp>
#include <tiltak/engine/simulation.hpp>

#include "small_plan.hpp"

using namespace tiltak;

TEST_CASE("allowances are paid to job seekers who get no wage in a measure of the post") {
  Measure course;
  CHECK(pays_allowance(course));
  Measure other = course;
  other.group = MeasureGroup::reduced_capacity;
  CHECK_FALSE(pays_allowance(other));
  other = course;
  other.subsidised = true;
  CHECK_FALSE(pays_allowance(other));
  other = course;
  other.post = Post::staff;
  CHECK_FALSE(pays_allowance(other));
}

TEST_CASE("a participant costs the price of her month and her allowance") {
  Catalogue catalogue(1);
  catalogue[0].price = Money::nok(20'000);
  catalogue[0].price_later = Money::nok(15'000);
  catalogue[0].price_step = 6;
  const Participant one{
      .person = 0, .pool = 0, .measure = 0, .start = 10, .planned_end = 22, .allowance = 300};
  CHECK(cost_of(one, catalogue, Month{15}) == Money::nok(20'000) + Money{300});
  CHECK(cost_of(one, catalogue, Month{16}) == Money::nok(15'000) + Money{300});
}

TEST_CASE("no more places end than money is short of") {
  Plan plan = small_plan(20'000, 24);
  const Money level = plan.budget.level[0] + plan.budget.level[1];
  const Money little = scale(level, 0.05); // for some two thirds of a month of those who are there
  plan.budget.rule.kind = BudgetRule::Kind::path;
  plan.budget.rule.path = {{2013, level}, {2014, little}};
  plan.budget.frictions.lapse = true;
  plan.budget.frictions.carry_over = plan.budget.frictions.ratchet = 0;
  KeepPairs kept;
  Simulation(plan, 0).run(kept, silent());
  const auto spent = [&](std::size_t month) {
    Money sum;
    for (const Money money : kept.budgets[month].spent) sum += money;
    return sum;
  };
  REQUIRE(spent(11) > little);
  CHECK(spent(12) <= little);
  CHECK(spent(12) > scale(little, 0.8)); // some leave who would have been paid for
}
