// What the cell of the threat effect holds: threat, and nothing that frictions do otherwise. Money
// is cut by half in the window, so that running measures end; every friction is tried alone.
#include <array>
#include <cstdlib>

#include <doctest/doctest.h>

#include <tiltak/engine/simulation.hpp>

#include "small_plan.hpp"

using namespace tiltak;

namespace {

struct Switch {
  const char* name;
  bool Frictions::* on;
};
constexpr Switch switches[]{{"place_target", &Frictions::place_target},
                            {"benefit_crowding", &Frictions::benefit_crowding},
                            {"group_quota", &Frictions::group_quota},
                            {"county_key", &Frictions::county_key},
                            {"office_pools", &Frictions::office_pools},
                            {"contracts", &Frictions::contracts},
                            {"lapse", &Frictions::lapse},
                            {"refunds", &Frictions::refunds},
                            {"late_money", &Frictions::late_money},
                            {"stop_and_go", &Frictions::stop_and_go},
                            {"caseworkers", &Frictions::caseworkers},
                            {"season", &Frictions::season},
                            {"batches", &Frictions::batches},
                            {"relabelling", &Frictions::relabelling},
                            {"mismatch", &Frictions::mismatch},
                            {"guarantees", &Frictions::guarantees},
                            {"cyclical_mix", &Frictions::cyclical_mix},
                            {"staff", &Frictions::staff},
                            {"selective_suppliers", &Frictions::selective_suppliers},
                            {"employers", &Frictions::employers}};

// Measures that do what they do, but threaten nobody.
Plan unthreatening(Contrast contrast, double persons = 3'000) {
  Plan plan = small_plan(persons, 40);
  plan.evaluation.contrast = contrast;
  plan.evaluation.change = 0.5;
  plan.evaluation.start = plan.start + 6;
  plan.evaluation.window = 14;
  plan.evaluation.tail = 8;
  plan.budget.frictions = {};
  plan.budget.frictions.relabel_rate = 0.05;
  plan.budget.rule.kind = BudgetRule::Kind::path;
  const Money whole = plan.budget.level[0] + plan.budget.level[1];
  plan.budget.rule.path = {{2013, whole}, {2014, scale(whole, 0.3)}};
  plan.measures[1].notice = 1;
  plan.measures[4].post = Post::own_post;
  plan.budget.places[4] = 20;
  return plan;
}

struct NoRecord : Recorder {
  void month(int, std::size_t, const WorldEngine&, Month) override {}
};

// By flow, in ordinary jobs: the sum, and the sum of sizes over units, measures and months, in
// which nothing cancels.
struct Cells {
  std::array<std::int64_t, flow_count> sum{}, size{};
  explicit Cells(const Plan& plan) {
    NoRecord nothing;
    Simulation simulation(plan, 0);
    simulation.run(nothing, silent());
    const Accounts& a = *simulation.accounts();
    for (std::size_t k = 0; k < flow_count; ++k)
      for (std::size_t f = 0; f < flavours; ++f)
        for (std::size_t m = 0; m < a.measures(); ++m)
          for (std::size_t t = 0; t < a.months(); ++t) {
            const std::int64_t cell = a.at(static_cast<Flow>(k), f, 0, m, t);
            if (f == 0) sum[k] += cell;
            size[k] += std::abs(cell);
          }
  }
  std::int64_t in(Flow flow) const { return size[static_cast<std::size_t>(flow)]; }
  std::int64_t of(Flow flow) const { return sum[static_cast<std::size_t>(flow)]; }
};

} // namespace

TEST_CASE("without a threat the cell of the threat effect is empty whichever friction is on") {
  for (const Contrast contrast : {Contrast::none, Contrast::marginal})
    for (const Switch& one : switches) {
      CAPTURE(one.name);
      CAPTURE(static_cast<int>(contrast));
      Plan plan = unthreatening(contrast);
      plan.budget.frictions.*one.on = true;
      const Cells cells(plan);
      CHECK(cells.in(Flow::direct) > 0);
      CHECK(cells.in(Flow::threat) == 0);
      if (one.on != &Frictions::relabelling) CHECK(cells.in(Flow::relabelling) == 0);
    }
}

TEST_CASE("what relabelling and cuts do has cells of its own") {
  Plan plan = unthreatening(Contrast::none, 20'000);
  plan.evaluation.start = plan.start + 11;
  plan.measures[3].lock_in = -2;
  CHECK(Cells(plan).in(Flow::cuts) > 0); // money falls, and what runs is ended
  for (const Switch& one : switches) plan.budget.frictions.*one.on = true;
  const Cells all(plan);
  CHECK(all.in(Flow::threat) == 0);
  CHECK(all.in(Flow::relabelling) > 0);
  CHECK(all.of(Flow::net) == all.of(Flow::direct) + all.of(Flow::relabelling) + all.of(Flow::cuts) -
                                 all.of(Flow::displacement));
  plan.evaluation.post_76_only = true; // both worlds give places outside the post
  CHECK(Cells(plan).in(Flow::threat) == 0);
}

TEST_CASE("with a threat and no frictions the cell has the sign of the hazard ratio's logarithm") {
  for (const int sign : {-1, 1}) {
    Plan plan = unthreatening(Contrast::none, 20'000);
    plan.budget.rule.kind = BudgetRule::Kind::stable;
    for (Measure& m : plan.measures) m.threat = sign;
    CHECK(sign * Cells(plan).of(Flow::threat) > 50);
  }
}
