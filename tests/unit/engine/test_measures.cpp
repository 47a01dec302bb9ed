// What measures do, one mechanism at a time: threat, gamma, offers to the frozen world, new skills.
#include <algorithm>
#include <array>

#include <doctest/doctest.h>

#include <tiltak/engine/simulation.hpp>

#include "small_plan.hpp"

using namespace tiltak;

namespace {

// Measures that do nothing at all, as a start for those that do one thing.
Plan idle(double persons = 20'000) {
  Plan plan = small_plan(persons, 48);
  plan.evaluation.contrast = Contrast::none;
  plan.evaluation.start = plan.start;
  plan.evaluation.window = 24;
  plan.evaluation.tail = 24;
  for (Measure& m : plan.measures) {
    m.effect = m.lock_in = m.retention = m.sigma = 0;
    m.subsidised = false;
  }
  return plan;
}

Accounts accounts_of(const Plan& plan) {
  struct : Recorder {
    void month(int, std::size_t, const WorldEngine&, Month) override {}
  } nothing;
  Simulation simulation(plan, 0);
  simulation.run(nothing, silent());
  return *simulation.accounts();
}

struct Starts : Recorder {
  std::vector<std::vector<std::vector<MeasureStart>>> worlds; // [world][month]
  std::vector<std::vector<std::uint8_t>> segments; // of the world policy, by month
  std::vector<std::int64_t> empty;
  void begin(const People&, std::size_t count) override {
    worlds.resize(count);
    empty.resize(count);
  }
  void month(int, std::size_t w, const WorldEngine& engine, Month) override {
    worlds[w].push_back(engine.tally().started);
    empty[w] = engine.empty_offers();
    if (w == 0) segments.emplace_back(engine.world().segment.begin(), engine.world().segment.end());
  }
};

} // namespace

TEST_CASE("a threat works before the start and is nothing without places") {
  for (const int notice : {0, 3}) {
    CAPTURE(notice);
    Plan plan = idle();
    for (Measure& m : plan.measures) m.threat = 1, m.notice = notice;
    const Accounts accounts = accounts_of(plan);
    CHECK(accounts.total(Flow::threat, 0) > 0);
    CHECK(std::abs(accounts.total(Flow::lock_in, 0)) < accounts.total(Flow::threat, 0) / 10);
    plan.budget.level = {};
    CHECK(accounts_of(plan).total(Flow::threat, 0) == 0);
    CHECK(accounts_of(plan).total(Flow::net, 0) == 0);
  }
}

TEST_CASE("gamma scales the effect by the gap and is nothing at the reference") {
  const auto gained = [](double gamma, double gap) {
    Plan plan = idle();
    for (Measure& m : plan.measures) m.effect = 0.3, m.gamma = gamma;
    std::fill(plan.gap.begin(), plan.gap.end(), gap);
    return accounts_of(plan).total(Flow::after_effect, 0);
  };
  const auto neutral = gained(0, 0.03);
  CHECK(gained(20, 0) == gained(0, 0));
  CHECK(gained(20, 0.03) > neutral);
  CHECK(gained(-20, 0.03) < neutral);
  CHECK(gained(-20, 0.03) > 0);
}

TEST_CASE("the frozen world is offered the same places in the same months and no others") {
  Plan plan = idle();
  for (Measure& m : plan.measures) m.effect = 2, m.lock_in = -0.5;
  for (const int notice : {0, 2}) {
    CAPTURE(notice);
    for (Measure& m : plan.measures) m.notice = notice;
    Starts starts;
    Simulation simulation(plan, 0);
    simulation.run(starts, silent());
    const auto &policy = starts.worlds[0], &frozen = starts.worlds[2];
    std::int64_t given = 0, taken = 0;
    for (std::size_t t = 0; t < policy.size(); ++t) {
      for (const MeasureStart& start : frozen[t]) {
        const auto same = [&](const MeasureStart& other) {
          return other.person == start.person && other.measure == start.measure;
        };
        CHECK(std::any_of(policy[t].begin(), policy[t].end(), same));
      }
      given += static_cast<std::int64_t>(policy[t].size());
      taken += static_cast<std::int64_t>(frozen[t].size());
    }
    CHECK(given == taken + starts.empty[2]);
    CHECK(starts.empty[2] > 0);
    CHECK(taken > given * 9 / 10);
    for (const auto& month : starts.worlds[1]) CHECK(month.empty());
  }
}

TEST_CASE("who completes a measure that teaches goes on in the next skill segment") {
  Plan plan = idle(8'000);
  plan.evaluation.contrast = Contrast::policy_alone;
  auto& of = plan.market.segmentation.of;
  plan.market.segmentation.names = {"low", "middle", "high"};
  for (auto& county : of) county = {0, 1, 2};
  const auto moved = [&](double chance) {
    for (Measure& m : plan.measures) m.new_skill = chance;
    Starts starts;
    Simulation simulation(plan, 0);
    simulation.run(starts, silent());
    std::int64_t up = 0, down = 0;
    for (std::size_t t = 1; t < starts.segments.size(); ++t)
      for (std::size_t p = 0; p < starts.segments[t].size(); ++p) {
        up += starts.segments[t][p] > starts.segments[t - 1][p];
        down += starts.segments[t][p] < starts.segments[t - 1][p];
      }
    CHECK(down == 0);
    return up;
  };
  CHECK(moved(0) == 0);
  const auto some = moved(0.3), all = moved(1);
  CHECK(some > 0);
  CHECK(all > 2 * some);
}

TEST_CASE("another measure within six months of the last one comes first and not after seven") {
  Plan plan = idle();
  plan.evaluation.contrast = Contrast::policy_alone;
  plan.allocation.chain_share = 1;
  for (Money& group : plan.budget.level) group = scale(group, 0.2); // places are scarce
  struct : Recorder {
    std::array<int, 13> starts{}; // by months since the last measure
    void month(int, std::size_t, const WorldEngine& engine, Month t) override {
      const World& world = engine.world();
      for (const MeasureStart& start : engine.tally().started) {
        if (world.last_measure[start.person] == 0) continue;
        const auto gap = static_cast<std::size_t>(t.index - world.measure_left[start.person]);
        if (gap < starts.size()) ++starts[gap];
      }
    }
  } seen;
  Simulation(plan, 0).run(seen, silent());
  CAPTURE(seen.starts);
  CHECK(seen.starts[6] >= 4); // one at most without the rule
  CHECK(seen.starts[6] > 4 * seen.starts[7]);
}
