// What is conserved: persons, jobs and vacancies, segment by segment and month by month.
#include <cmath>
#include <numeric>
#include <vector>

#include <doctest/doctest.h>

#include <tiltak/engine/simulation.hpp>
#include <tiltak/state/readout.hpp>

#include "small_plan.hpp"
#include "two_states.hpp"

using namespace tiltak;

namespace {

// A market of several segments, with subsidised jobs in it.
Plan segmented_plan() {
  Plan plan = small_plan(30'000, 48);
  plan.population.places.county.fill(1);
  plan.population.places.skill = {0.3, 0.3, 0.4};
  plan.population.places.abroad.fill(1);
  plan.population.places.higher.fill(1);
  for (auto& row : plan.population.places.skill_by_education) row = {1, 1, 1};
  SegmentRule rule{Geography::by_county, true, 300};
  plan.market.segmentation =
      make_segments(rule, 30'000, plan.population.places.county, plan.population.places.skill);
  for (Measure& m : plan.measures) m.sigma = m.subsidised ? 0.6 : 0;
  return plan;
}

// Counts jobs by segment from the persons and compares with what the market believes.
struct JobCount : Recorder {
  double lapse = 0;
  std::vector<Segment> before;
  std::int64_t segments_seen = 0, subsidised_seen = 0;

  void month(int m, std::size_t, const WorldEngine& engine, Month) override {
    const World& world = engine.world();
    const auto& segments = engine.market().segments();
    std::vector<std::int64_t> jobs(segments.size(), 0), persons(segments.size(), 0);
    std::vector<std::int64_t> sigma(segments.size(), 0);
    for (std::size_t p = 0; p < world.pair.size(); ++p) {
      const Pair pair = world.pair_of(p);
      const std::size_t s = world.segment[p];
      jobs[s] += has_ordinary_job(pair);
      persons[s] += pair != Pair::outside;
      if (facts(pair).job == Job::subsidised_full)
        sigma[s] += world.setting->sigma_micro[world.measure[p] - 1u];
    }
    CHECK(persons == world.population);
    for (std::size_t s = 0; s < segments.size(); ++s) {
      const Segment& now = segments[s];
      CHECK(now.employed == static_cast<double>(jobs[s]));
      CHECK(now.subsidised == doctest::Approx(static_cast<double>(sigma[s]) * 1e-6).epsilon(1e-9));
      subsidised_seen += sigma[s];
      ++segments_seen;
      if (m == 0) continue;
      const auto positions = [](const Segment& x) {
        return x.employed + x.vacancies + x.subsidised;
      };
      const double leavers = static_cast<double>(engine.tally().positions[s].leavers);
      const double demand = now.posted - leavers - lapse * std::max(0.0, now.before);
      CHECK(positions(now) - positions(before[s]) == doctest::Approx(demand).epsilon(1e-9));
    }
    before = segments;
  }
};

} // namespace

TEST_CASE("jobs and vacancies change by demand only in every segment") {
  const Plan plan = segmented_plan();
  REQUIRE(plan.market.segments() == counties.size() * skills.size());
  JobCount positions;
  positions.lapse = plan.market.lapse;
  Simulation(plan, 0).run(positions, silent());
  CHECK(positions.segments_seen == 48 * static_cast<std::int64_t>(plan.market.segments()));
  CHECK(positions.subsidised_seen > 0);
}

TEST_CASE("a closed economy conserves persons") {
  const Plan plan = two_states({}, 10'000, 240);
  struct Count : Recorder {
    void month(int, std::size_t, const WorldEngine& engine, Month) override {
      const auto& stock = engine.world().stock;
      CHECK(std::accumulate(stock.begin(), stock.begin() + population_pairs, std::int64_t{0}) ==
            10'000);
      CHECK(engine.world().population[0] == 10'000);
    }
  } count;
  Simulation(plan, 0).run(count, silent());
}

TEST_CASE("a person moved to another segment searches and is counted there") {
  Setting setting;
  setting.segments = 2;
  World world("policy", 2, setting);
  Tally tally(2);
  world.move(0, Pair::none_unemployed, Month{100}, tally);
  world.change_segment(0, 1, tally);
  world.apply(tally);
  CHECK(world.population == std::vector<std::int64_t>{0, 1});
  Tally hired(2);
  world.move(0, Pair::full_none, Month{101}, hired);
  CHECK(hired.positions[1].hires == 1);
  CHECK_THROWS_AS(world.change_segment(0, 0, hired), std::logic_error);
}
