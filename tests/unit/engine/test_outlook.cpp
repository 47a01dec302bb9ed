#include <doctest/doctest.h>

#include <vector>

#include <tiltak/engine/simulation.hpp>

#include "../each_target.hpp"
#include "small_plan.hpp"

using namespace tiltak;

namespace {

// At each month's end: what is kept of every person is what would be worked out anew.
struct CheckOutlook : Recorder {
  int wrong_search = 0, wrong_class = 0, too_low = 0, persons_checked = 0, wrong_sums = 0;

  void month(int, std::size_t, const WorldEngine& engine, Month t) override {
    World world = engine.world();
    const Common& common = engine.common();
    const std::size_t classes = common.effects.classes();
    std::vector<std::int64_t> amounts(common.setting.segments * classes, 0);
    const Month next = t + 1;
    for (std::size_t p = 0; p < world.pair.size(); ++p) {
      amounts[world.segment[p] * classes + world.effect[p]] += world.search[p];
      if (world.due[p] == static_cast<std::uint8_t>(next.index)) continue; // worked out next month
      if (world.pair_of(p) == Pair::outside) continue;
      ++persons_checked;
      const double search =
          static_cast<double>(engine.outlook().search(world, p, next, common.types[p]));
      wrong_search += world.search[p] != static_cast<std::uint32_t>(search * search_unit);
      wrong_class += world.search[p] != 0 && world.effect[p] != effect_class(world, p, next, 0);
      const std::uint16_t kept = world.bound[p];
      engine.outlook().rebound(world, p, next, common.types[p]);
      too_low += kept < world.bound[p];
    }
    for (std::size_t s = 0; s < common.setting.segments; ++s)
      for (std::size_t c = 0; c < classes; ++c)
        wrong_sums += engine.search().amounts(s)[c] != amounts[s * classes + c];
  }
};

} // namespace

TEST_CASE("what is kept of a person is what would be worked out anew") {
  CheckOutlook check;
  Simulation(small_plan(6'000, 60), 0).run(check, silent());
  CHECK(check.persons_checked > 250'000);
  CHECK(check.wrong_search == 0);
  CHECK(check.wrong_class == 0);
  CHECK(check.too_low == 0);
  CHECK(check.wrong_sums == 0);
}

TEST_CASE("lives are the same bits with every set of vector instructions") {
  const Plan plan = small_plan(6'000, 24);
  std::vector<KeepPairs> kept;
  with_each_target([&](const char*) {
    kept.emplace_back();
    Simulation(plan, 0).run(kept.back(), silent());
  });
  for (const KeepPairs& other : kept) CHECK(other.months == kept.front().months);
}
