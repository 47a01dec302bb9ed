// How often persons move is what the hazards say: 1 - exp(-h), and shares of it in proportion.
#include <cmath>

#include <doctest/doctest.h>

#include "chance.hpp"
#include "closed_economy.hpp"

using namespace tiltak;
using namespace tiltak::chance;

namespace {

struct Moves {
  std::int64_t at_risk = 0;
  std::array<std::int64_t, population_pairs> moved{};
};

Moves flow_from(Pair from, const Histories& all) {
  Moves flow;
  for (std::size_t m = 1; m < all.pairs.size(); ++m)
    for (std::size_t p = 0; p < all.pairs[m].size(); ++p) {
      if (!all.stands(m - 1, p, from)) continue;
      ++flow.at_risk;
      if (all.pairs[m][p] != all.pairs[m - 1][p]) ++flow.moved[all.pairs[m][p]];
    }
  return flow;
}

void check_rate(std::int64_t moved, std::int64_t at_risk, double p) {
  const double z = z_of(moved, static_cast<double>(at_risk), p);
  CAPTURE(z);
  CHECK(at_risk > 10'000);
  CHECK(plausible(normal_two_sided(z)));
}

} // namespace

TEST_CASE("transition frequencies are the probabilities of the hazards") {
  for (const double finding : {0.02, 0.1, 0.5}) {
    TwoStates economy;
    economy.finding = finding;
    Histories all;
    Simulation(closed_economy(economy, 20'000, 48), 0).run(all, silent());
    const Moves found = flow_from(Pair::none_unemployed, all);
    const Moves lost = flow_from(Pair::full_none, all);
    CAPTURE(finding);
    check_rate(found.moved[index(Pair::full_none)], found.at_risk, 1 - std::exp(-finding));
    check_rate(lost.moved[index(Pair::none_unemployed)], lost.at_risk,
               1 - std::exp(-economy.separation));
  }
}

TEST_CASE("competing risks share a month in proportion to their hazards") {
  TwoStates economy;
  Plan plan = closed_economy(economy, 20'000, 36);
  plan.hazards[edge_named("none_unemployed.none_none")].base = 0.05;
  plan.hazards[edge_named("none_unemployed.none_reduced")].base = 0.03;
  plan.hazards[edge_named("none_none.none_unemployed")].base = 0.2;
  plan.hazards[edge_named("none_reduced.none_unemployed")].base = 0.2;
  Histories all;
  Simulation(plan, 0).run(all, silent());
  const Moves flow = flow_from(Pair::none_unemployed, all);
  const double total = economy.finding + 0.05 + 0.03, leave = 1 - std::exp(-total);
  check_rate(flow.moved[index(Pair::full_none)], flow.at_risk, leave * economy.finding / total);
  check_rate(flow.moved[index(Pair::none_none)], flow.at_risk, leave * 0.05 / total);
  check_rate(flow.moved[index(Pair::none_reduced)], flow.at_risk, leave * 0.03 / total);
}

TEST_CASE("an effect on the logarithm of a hazard multiplies it for those who have the trait") {
  TwoStates economy;
  Plan plan = closed_economy(economy, 20'000, 36);
  const std::size_t finding = edge_named("none_unemployed.full_none");
  plan.hazards[finding].sex = {0, -0.7};
  Histories all;
  Simulation simulation(plan, 0);
  simulation.run(all, silent());
  for (const Sex sex : {Sex::woman, Sex::man}) {
    std::int64_t at_risk = 0, moved = 0;
    for (std::size_t m = 1; m < all.pairs.size(); ++m)
      for (std::size_t p = 0; p < all.pairs[m].size(); ++p)
        if (simulation.people().sex(p) == sex && all.stands(m - 1, p, Pair::none_unemployed)) {
          ++at_risk;
          moved += all.stands(m, p, Pair::full_none);
        }
    const double effect = plan.hazards[finding].sex[static_cast<std::size_t>(sex)];
    check_rate(moved, at_risk, 1 - std::exp(-economy.finding * std::exp(effect)));
  }
}
