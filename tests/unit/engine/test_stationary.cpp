// Without measures and with an even market the population goes to the stationary distribution of
// the transition graph, worked out here from the hazards alone.
#include <array>
#include <cmath>

#include <doctest/doctest.h>

#include <tiltak/core/rate.hpp>
#include <tiltak/engine/simulation.hpp>

#include "small_plan.hpp"

using namespace tiltak;

namespace {

// A closed population of one age whose hazards depend on the unobserved traits and nothing else.
Plan closed_plan(double persons, int months) {
  Plan plan = small_plan(persons, months);
  plan.burn_in = 240;
  plan.population.margins[1].target = {0, 1, 0, 0, 0, 0, 0, 0, 0, 0};
  plan.population.death.fill(0);
  plan.population.emigration.fill(0);
  for (std::size_t e = 0; e < edge_count; ++e) {
    plan.hazards[e].duration.fill(0);
    // Pensioners come back soon, or the distribution would take longer than a life to be reached.
    if (family(hazard_edges[e].from) == Family::disabled) plan.hazards[e].base = 0.03;
  }
  plan.budget.level = {};
  plan.budget.places.assign(plan.measures.size(), 0);
  plan.gap.assign(static_cast<std::size_t>(plan.all_months()), 0.0);
  plan.demand.assign(static_cast<std::size_t>(plan.all_months()), 1.0);
  return plan;
}

using Shares = std::array<double, population_pairs>;

// Power iteration of the monthly chain of one frailty class.
Shares stationary(const Plan& plan, std::size_t frailty) {
  const Hazards hazards(plan.hazards);
  const std::size_t type = type_of(
      base_type(Sex::woman, BirthRegion::norway, Education::compulsory, frailty), age_band(30));
  Shares shares{};
  shares[index(Pair::none_none)] = 1;
  for (int month = 0; month < 20'000; ++month) {
    Shares next = shares;
    for (std::size_t p = 0; p < population_pairs; ++p) {
      const Exits exits = exit_table[p];
      if (hazard_pair(static_cast<Pair>(p)) != static_cast<Pair>(p)) continue;
      const float* row = hazards.row(type) + exits.first;
      double total = 0;
      for (std::size_t k = 0; k < exits.count; ++k) total += static_cast<double>(row[k]);
      const double leave = probability_of_hazard(total);
      for (std::size_t k = 0; k < exits.count; ++k) {
        const double flow = shares[p] * leave * static_cast<double>(row[k]) / total;
        next[p] -= flow;
        next[index(hazard_edges[exits.first + k].to)] += flow;
      }
    }
    shares = next;
  }
  return shares;
}

Shares expected_shares(const Plan& plan) {
  Shares expected{};
  for (std::size_t f = 0; f < frailty_classes; ++f) {
    const Shares of_class = stationary(plan, f);
    for (std::size_t p = 0; p < population_pairs; ++p)
      expected[p] += plan.population.frailty[f] * of_class[p];
  }
  return expected;
}

struct LastStock : Recorder {
  std::array<std::int64_t, pair_count> stock{};
  std::array<double, population_pairs> mean{};
  int months = 0;
  void month(int, std::size_t, const WorldEngine& engine, Month) override {
    stock = engine.world().stock;
    ++months;
    for (std::size_t p = 0; p < population_pairs; ++p) mean[p] += static_cast<double>(stock[p]);
  }
};

} // namespace

TEST_CASE("the stationary distribution is the transition graph's own") {
  const double n = 60'000;
  Plan plan = closed_plan(n, 1);
  plan.burn_in = 480;
  plan.gap.assign(static_cast<std::size_t>(plan.all_months()), 0.0);
  plan.demand.assign(static_cast<std::size_t>(plan.all_months()), 1.0);
  plan.market_opens = plan.all_months(); // lambda stands at its reference
  LastStock last;
  Simulation(plan, 0).run(last, silent());
  const Shares expected = expected_shares(plan);
  // Persons are independent, so the counts are multinomial: Pearson's chi-square with 9 degrees of
  // freedom is above 34 once in 10,000 seeds. Frailty is drawn, so the mixture is exact.
  double chi_square = 0;
  int cells = 0;
  for (std::size_t p = 0; p < population_pairs; ++p) {
    const double e = n * expected[p];
    if (e == 0) {
      CHECK(last.stock[p] == 0);
      continue;
    }
    const double gap = static_cast<double>(last.stock[p]) - e;
    chi_square += gap * gap / e;
    ++cells;
  }
  CHECK(cells == 10);
  CHECK(chi_square < 34);
  CHECK(chi_square > 0.5); // a distribution that is met too well was not drawn
}

TEST_CASE("an open market with its own vacancies keeps that distribution") {
  const Plan plan = closed_plan(60'000, 120);
  LastStock stocks;
  Simulation(plan, 0).run(stocks, silent());
  const Shares expected = expected_shares(plan);
  for (const Pair pair : {Pair::full_none, Pair::none_unemployed, Pair::none_none}) {
    const double mean = stocks.mean[index(pair)] / stocks.months / 60'000;
    // The mean of ten years: sampling errors are below one per cent of each share.
    CHECK(mean == doctest::Approx(expected[index(pair)]).epsilon(0.04));
  }
}
