// A small labour market for tests: round numbers, quickly simulated, nothing calibrated.
#pragma once

#include <tiltak/engine/plan.hpp>
#include <tiltak/engine/recorder.hpp>
#include <tiltak/measure/budget.hpp>

inline tiltak::Plan small_plan(double persons = 20'000, int months = 36) {
  using namespace tiltak;
  Plan plan;
  plan.seed = 2014;
  plan.scale = persons / 3'479'500;
  plan.start = Month::of(2013, 1);
  plan.months = months;
  plan.burn_in = 24;
  auto& people = plan.population;
  people.persons = persons;
  people.margins = {
      {"sex", {0}, {49, 51}},
      {"age", {1}, {4, 10, 10.5, 11, 11, 11, 11, 15.5, 9, 7}},
      {"origin", {2}, {83, 4, 5, 1.5, 0.7, 3.6, 1.8, 0.4}},
      {"education", {3}, {20, 42, 27, 10, 1}},
  };
  people.frailty = {0.56, 0.24, 0.14, 0.06};
  people.death = {3e-5, 4e-5, 5e-5, 5e-5, 7e-5, 1e-4, 1.6e-4, 3e-4, 5e-4, 9e-4};
  people.emigration = {1e-4, 2e-3, 2e-3, 1e-3, 1e-3, 1e-3, 1e-3, 4e-3};
  plan.at_18 = {};
  plan.at_18[index(Pair::none_none)] = 0.55f;
  plan.at_18[index(Pair::part_none)] = 0.38f;
  plan.at_18[index(Pair::full_none)] = 0.05f;
  plan.at_18[index(Pair::none_reduced)] = 0.02f;
  constexpr std::array<double, edge_count> base{
      0.0015, 0.003,  0.0003, 0.003, 0.006, // full
      0.0025, 0.012,  0.002,  0.004, 0.003, 0.015, // part
      0.03,   0.03,   0.04,   0.03, // partly unemployed
      0.012,  0.06,   0.01,   0.02,  0.05,  0.07, // unemployed
      0.003,  0.02,   0.012,  0.03,  0.025, // none
      0.3,    0.05,   0.12,   0.06, // seeking on their own
      0.010,  0.008,  0.010,  0.008, 0.006, // reduced
      0.010,  0.020,  0.015,  0.015, // part reduced
      0.0005, 0.0005, // disability
      0.005,  0.001};
  for (std::size_t e = 0; e < edge_count; ++e) {
    plan.hazards[e].base = base[e];
    const bool job = hazard_edges[e].kind == EdgeKind::job;
    if (job) plan.hazards[e].weak = -0.8, plan.hazards[e].ill = -0.4;
    if (job) plan.hazards[e].duration = {0, 0, -0.1, -0.3, -0.6, -0.7, -0.8};
    if (hazard_edges[e].to == Pair::none_reduced)
      plan.hazards[e].weak = 0.3, plan.hazards[e].ill = 1.5;
  }
  const auto measure = [&](const char* id, MeasureGroup group, bool subsidised, int lo, int hi,
                           int price, double share, double lock_in, double effect) {
    Measure m;
    m.id = m.nb = m.en = id;
    m.group = group;
    m.subsidised = subsidised;
    m.planned_min = lo;
    m.planned_max = hi;
    m.price = Money::nok(price);
    m.composition = share;
    m.lock_in = lock_in;
    m.effect = effect;
    m.delay = 2;
    m.decay = 0.03;
    m.retention = subsidised ? 0.4 : 0;
    plan.measures.push_back(m);
  };
  measure("training", MeasureGroup::job_seekers, false, 2, 8, 9000, 0.35, -0.7, 0.3);
  measure("follow_up", MeasureGroup::job_seekers, false, 1, 6, 6000, 0.35, -0.2, 0.15);
  measure("wage_subsidy", MeasureGroup::job_seekers, true, 3, 12, 16000, 0.3, -0.3, 0.5);
  measure("rehabilitation", MeasureGroup::reduced_capacity, false, 6, 24, 12000, 0.7, -0.4, 0.2);
  measure("reduced_subsidy", MeasureGroup::reduced_capacity, true, 6, 24, 14000, 0.3, -0.2, 0.4);
  plan.budget.scale = plan.scale;
  plan.budget.level =
      split_on_groups(plan.measures, scale(Money::nok(7'600'000'000), plan.scale), 0.8);
  plan.budget.places.assign(plan.measures.size(), 0);
  plan.budget.frictions.group_quota = true;
  plan.gap.assign(static_cast<std::size_t>(plan.all_months()), 0.0);
  plan.demand.assign(static_cast<std::size_t>(plan.all_months()), 1.0);
  plan.market_opens = 12;
  return plan;
}

// Keeps every month's pairs, for looking at lives.
class KeepPairs : public tiltak::Recorder {
public:
  void month(int, std::size_t number, const tiltak::WorldEngine& world, tiltak::Month) override {
    if (number != 0) return;
    months.push_back(world.world().pair);
    budgets.push_back(world.appropriation().month());
  }
  std::vector<std::vector<std::uint8_t>> months;
  std::vector<tiltak::BudgetMonth> budgets;
};
