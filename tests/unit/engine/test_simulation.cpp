#include <numeric>

#include <doctest/doctest.h>

#include <tiltak/core/parallel.hpp>
#include <tiltak/engine/simulation.hpp>

#include "small_plan.hpp"

using namespace tiltak;

namespace {
KeepPairs run(const Plan& plan, std::uint32_t replication = 0) {
  KeepPairs kept;
  Simulation(plan, replication).run(kept, silent());
  return kept;
}
} // namespace

TEST_CASE("lives are the same bits for 1 and 2 and 3 threads") {
  const Plan plan = small_plan();
  parallel::set_threads(1);
  const auto one = run(plan);
  for (unsigned threads : {2u, 3u}) {
    parallel::set_threads(threads);
    CHECK(run(plan).months == one.months);
  }
  parallel::set_threads(0);
}

TEST_CASE("replications and seeds differ") {
  Plan plan = small_plan(4'000, 12);
  const auto first = run(plan);
  CHECK(run(plan, 1).months != first.months);
  plan.seed = 7;
  CHECK(run(plan).months != first.months);
}

TEST_CASE("stocks add up to those who are present in every month") {
  const Plan plan = small_plan(8'000, 24);
  struct Count : Recorder {
    const People* people = nullptr;
    Month start;
    void begin(const People& p, std::size_t) override { people = &p; }
    void month(int m, std::size_t, const WorldEngine& engine, Month) override {
      const World& world = engine.world();
      std::array<std::int64_t, pair_count> stock{};
      std::array<std::int64_t, most_measures> participants{};
      std::int64_t present = 0;
      for (std::size_t p = 0; p < people->size(); ++p) {
        ++stock[world.pair[p]];
        present += people->present(p, start + m);
        CHECK((world.pair_of(p) != Pair::outside) == people->present(p, start + m));
        if (world.measure[p] != 0) ++participants[world.measure[p] - 1u];
        CHECK((world.measure[p] != 0) == (hazard_pair(world.pair_of(p)) != world.pair_of(p)));
      }
      stock[index(Pair::outside)] = world.stock[index(Pair::outside)];
      CHECK(stock == world.stock);
      CHECK(participants == world.participants);
      CHECK(std::accumulate(stock.begin(), stock.end() - 1, std::int64_t{0}) == present);
    }
  } count;
  count.start = plan.start;
  Simulation(plan, 0).run(count, silent());
}

TEST_CASE("spending never exceeds the appropriation of a year") {
  const auto kept = run(small_plan(20'000, 36));
  std::int64_t starts = 0;
  Money granted, spent;
  for (std::size_t t = 0; t < kept.budgets.size(); ++t) {
    const auto& month = kept.budgets[t];
    for (std::size_t m = 0; m < month.spent.size(); ++m) {
      granted += month.appropriated[m];
      spent += month.spent[m];
      CHECK(month.participants[m] <= month.places[m]);
      starts += month.starts[m];
    }
    if (t % 12 != 11) continue; // small_plan begins in January
    CHECK(spent <= granted);
    CHECK(spent > scale(granted, 0.9));
    granted = spent = Money{};
  }
  CHECK(starts > 100);
}

TEST_CASE("a measure without effect changes nothing but the measure") {
  Plan with = small_plan(20'000, 36);
  for (auto& m : with.measures) m.lock_in = m.effect = m.retention = 0;
  Plan without = with;
  without.budget.level = {};
  const auto a = run(with), b = run(without);
  std::int64_t differences = 0, in_measure = 0;
  for (std::size_t m = 0; m < a.months.size(); ++m)
    for (std::size_t p = 0; p < a.months[m].size(); ++p) {
      const auto x = static_cast<Pair>(a.months[m][p]), y = static_cast<Pair>(b.months[m][p]);
      differences += hazard_pair(x) != y;
      in_measure += x != y;
    }
  CHECK(differences == 0);
  CHECK(in_measure > 1000);
}
