// What the same luck in every world saves, with the market at work and without it.
#include <doctest/doctest.h>

#include <tiltak/compare/interval.hpp>
#include <tiltak/engine/simulation.hpp>

#include "small_plan.hpp"

using namespace tiltak;

namespace {

struct Nothing : Recorder {
  void month(int, std::size_t, const WorldEngine&, Month) override {}
};

double ratio(Plan plan) {
  plan.evaluation = {Contrast::none, plan.start, 12, 36};
  std::vector<double> policy, other;
  for (std::uint32_t r = 0; r < 12; ++r) {
    Simulation simulation(plan, r);
    Nothing nothing;
    simulation.run(nothing, silent());
    policy.push_back(static_cast<double>(simulation.accounts()->employment(0, 0)));
    other.push_back(static_cast<double>(simulation.accounts()->employment(1, 0)));
  }
  return compare::variance_ratio(policy, other);
}

} // namespace

// Seeds are fixed. With twelve replications the ratio is known to a factor of about three (95 %);
// it is in the hundreds, so a fall below 20 is no chance.
TEST_CASE("shared luck saves twenty times the replications with the market on and with it off") {
  const Plan on = small_plan(20'000, 48);
  Plan off = on;
  off.market_opens = off.all_months(); // lambda stands at its reference
  const double with_market = ratio(on), without = ratio(off);
  MESSAGE("variance ratio: market on ", with_market, ", market off ", without);
  CHECK(with_market >= 20);
  CHECK(without >= 20);
}
