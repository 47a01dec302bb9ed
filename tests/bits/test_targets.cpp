// Every set of vector instructions this machine has gives the same simulation: states, market and
// accounts of coupled worlds, and the distances and clusters of what came out.
#include <cstring>
#include <map>
#include <string>

#include <doctest/doctest.h>

#include <tiltak/engine/simulation.hpp>
#include <tiltak/sequence/study.hpp>

#include "../unit/each_target.hpp"
#include "small_plan.hpp"

using namespace tiltak;

namespace {

// FNV-1a: any change of any byte changes it, but for one chance in 2^64.
struct Checksum {
  std::uint64_t value = 14695981039346656037u;
  void add(const void* data, std::size_t size) {
    const auto* bytes = static_cast<const unsigned char*>(data);
    for (std::size_t i = 0; i < size; ++i) value = (value ^ bytes[i]) * 1099511628211u;
  }
  template <class T> void add(const std::vector<T>& values) {
    add(values.data(), values.size() * sizeof(T));
  }
};

struct Sums : Recorder {
  std::map<std::string, Checksum> of;
  std::vector<std::vector<std::uint8_t>> pairs; // of the policy world, by month
  void month(int, std::size_t number, const WorldEngine& engine, Month) override {
    const World& world = engine.world();
    of["states"].add(world.pair);
    of["durations"].add(world.since);
    of["effects"].add(world.effect);
    for (const auto& segment : engine.market().segments()) {
      const std::array<double, 3> market{segment.employed, segment.vacancies, segment.posted};
      of["market"].add(market.data(), sizeof market);
    }
    for (const MeasureSpell& spell : engine.tally().ended) {
      const std::array<std::int32_t, 4> parts{static_cast<std::int32_t>(spell.person), spell.start,
                                              spell.planned_end, spell.end};
      of["spells"].add(parts.data(), sizeof parts);
    }
    if (number == 0) pairs.push_back(world.pair);
  }
};

// The first persons' months, as sequences.
sequence::Sequences sequences(const Sums& sums) {
  sequence::Sequences all;
  all.positions = sums.pairs.size();
  for (std::size_t p = 0; p < pair_count; ++p) all.alphabet.push_back(std::to_string(p));
  for (std::size_t person = 0; person < 300; ++person)
    for (const auto& month : sums.pairs) all.codes.push_back(month[person * 20]);
  return all;
}

std::map<std::string, std::uint64_t> bits() {
  Sums sums;
  Plan plan = small_plan(20'000, 36);
  plan.evaluation = {Contrast::none, plan.start, 12, 24};
  Simulation simulation(plan, 0);
  simulation.run(sums, silent());
  std::map<std::string, std::uint64_t> all;
  for (const auto& [name, sum] : sums.of) all[name] = sum.value;
  REQUIRE(simulation.accounts().has_value());
  Checksum accounts;
  for (std::size_t flow = 0; flow < flow_count; ++flow) {
    const std::int64_t total = simulation.accounts()->total(static_cast<Flow>(flow), 0);
    accounts.add(&total, sizeof total);
  }
  all["accounts"] = accounts.value;
  sequence::StudyOptions options;
  const sequence::Study study = sequence::study(sequences(sums), options, silent());
  Checksum clusters;
  clusters.add(study.cluster_of_person(study.chosen));
  for (const auto& merge : study.tree.merges) clusters.add(&merge.height, sizeof merge.height);
  all["clusters"] = clusters.value;
  return all;
}

} // namespace

TEST_CASE("every set of vector instructions gives the same bits") {
  std::map<std::string, std::uint64_t> expected;
  int targets = 0;
  with_each_target([&](const char* target) {
    CAPTURE(target);
    const auto found = bits();
    if (targets++ == 0) expected = found;
    CHECK(found == expected);
  });
  MESSAGE(targets, " sets of instructions; checksums of ", expected.size(), " things");
  CHECK(targets >= 2);
}
