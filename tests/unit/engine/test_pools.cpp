// Another plan for the same persons: offices stay where money is another, and where they do not,
// nothing that was promised is lost.
#include <doctest/doctest.h>

#include <tiltak/engine/common.hpp>
#include <tiltak/engine/simulation.hpp>

#include "small_plan.hpp"

using namespace tiltak;

namespace {

Plan with_offices(double level, int places) {
  Plan plan = small_plan(20'000, 36);
  plan.budget.frictions.office_pools = true;
  plan.budget.frictions.office_places = places;
  for (Money& money : plan.budget.level) money = scale(money, level);
  for (Measure& measure : plan.measures) measure.notice = 2;
  return plan;
}

} // namespace

TEST_CASE("another appropriation has the same offices") {
  const Plan plan = with_offices(1, 5), richer = with_offices(2, 5), smaller = with_offices(1, 2);
  const Common common(plan, 0, alone());
  REQUIRE(common.pools.size() > plan.market.segmentation.of.size());
  CHECK(Common(common, richer).pools.of == common.pools.of);
  CHECK(Common(common, smaller).pools.size() > common.pools.size());
}

TEST_CASE("notices open where their persons belong under a plan with fewer offices") {
  Plan plan = with_offices(1, 2), fewer = with_offices(1, 1000);
  plan.evaluation.contrast = Contrast::marginal;
  plan.evaluation.stocks_only = true;
  plan.evaluation.start = plan.start + 12;
  plan.evaluation.window = 12;
  plan.evaluation.tail = 12;
  fewer.evaluation = plan.evaluation;
  struct Watch : Recorder {
    std::int64_t opened = 0;
    void month(int, std::size_t w, const WorldEngine& engine, Month) override {
      if (w != 1) return;
      for (const Pool& pool : engine.appropriation().pools())
        for (const std::int64_t notified : pool.notified) CHECK(notified >= 0);
      opened += static_cast<std::int64_t>(engine.tally().started.size());
    }
  } watch;
  Simulation(plan, 0, &fewer).run(watch, silent());
  CHECK(watch.opened > 0);
}
