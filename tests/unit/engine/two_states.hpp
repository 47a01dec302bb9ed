// A closed economy in which a person has a full-time job or is registered unemployed, nothing else:
// the case for which the long-run displacement is known in closed form.
#pragma once

#include <tiltak/engine/plan.hpp>

struct TwoStates {
  double separation = 0.02, finding = 0.1; // hazards a month at the reference
  double lambda = 0.5, curvature = 1, response = 0;
  double push = 0.2; // effect of the measure on the logarithm of the job hazard, for ever
  double treated = 1; // part of the unemployed who get it, in the first month of the evaluation
};

// Nobody comes of age, dies, moves or turns 67 within 40 years: all are 20 to 24 at the start.
// There is no burn-in, in which the measure would run already: persons start from their stationary
// shares.
inline tiltak::Plan two_states(const TwoStates& economy, double persons, int months) {
  using namespace tiltak;
  Plan plan;
  plan.seed = 2014;
  plan.start = Month::of(2014, 1);
  plan.months = months;
  plan.population.persons = persons;
  plan.population.margins = {{"sex", {0}, {1, 1}},
                             {"age", {1}, {0, 1, 0, 0, 0, 0, 0, 0, 0, 0}},
                             {"origin", {2}, {1, 0, 0, 0, 0, 0, 0, 0}},
                             {"education", {3}, {0, 1, 0, 0, 0}}};
  plan.population.frailty = {1, 0, 0, 0};
  const double unemployed = economy.separation / (economy.separation + economy.finding);
  plan.at_18[index(Pair::none_unemployed)] = static_cast<float>(unemployed);
  plan.at_18[index(Pair::full_none)] = static_cast<float>(1 - unemployed);
  for (std::size_t e = 0; e < edge_count; ++e) {
    if (name(hazard_edges[e]) == "full_none.none_unemployed")
      plan.hazards[e].base = economy.separation;
    if (name(hazard_edges[e]) == "none_unemployed.full_none")
      plan.hazards[e].base = economy.finding;
  }
  Measure push;
  push.id = push.nb = push.en = "push";
  push.planned_min = push.planned_max = 1;
  push.price = Money::nok(1000);
  push.composition = 1;
  push.effect = economy.push;
  push.supply_share = 1;
  plan.measures.push_back(push);
  // Places for this part of the unemployed there are on average; the whole: for everybody.
  const double places = economy.treated < 1 ? economy.treated * unemployed * persons : persons;
  plan.budget.level = {push.price * 12 * static_cast<std::int64_t>(places), Money{}};
  plan.budget.places = {0};
  plan.market.matching.curvature = economy.curvature;
  plan.market.reference_lambda = economy.lambda;
  plan.market.demand_response = economy.response;
  plan.gap.assign(static_cast<std::size_t>(plan.all_months()), 0.0);
  plan.demand.assign(static_cast<std::size_t>(plan.all_months()), 1.0);
  plan.evaluation = {Contrast::none, plan.start, 1, months - 1};
  return plan;
}
