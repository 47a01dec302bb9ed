// Small cases whose counts do not vary from run to run: allocations, bytes written, and, under
// callgrind, instructions. The plain kernels on one thread, whatever the processor. Only what runs
// in measured() counts: callgrind is told to look there alone (bench/compare).
//   bench_counts CASE
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <new>
#include <optional>
#include <string>

#include <fmt/format.h>
#include <hwy/highway.h>

#include <tiltak/core/parallel.hpp>
#include <tiltak/engine/simulation.hpp>
#include <tiltak/sequence/cluster_sums.hpp>
#include <tiltak/sequence/files.hpp>
#include <tiltak/sequence/instructions.hpp>
#include <tiltak/sequence/study.hpp>
#include <tiltak/store/panel.hpp>

#include "norway.hpp"
#include "synthetic/synthetic_sequences.hpp"

namespace {

std::size_t allocations = 0, counted = 0;

} // namespace

void* operator new(std::size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

extern "C" [[gnu::noinline]] void measured(const std::function<void()>& work) {
  const std::size_t before = allocations;
  work();
  counted = allocations - before;
}

namespace {

using namespace tiltak;
using namespace tiltak::sequence;

std::uintmax_t size_and_remove(const std::string& file) {
  const std::uintmax_t bytes = std::filesystem::file_size(file);
  std::filesystem::remove(file);
  return bytes;
}

std::uintmax_t write_tables(const Study& s, const Sequences& persons) {
  const std::string file = "bench_counts.csv";
  std::uintmax_t bytes = 0;
  write_merges(file, s.tree, s.distinct), bytes += size_and_remove(file);
  write_quality(file, s), bytes += size_and_remove(file);
  write_medoids(file, s, persons), bytes += size_and_remove(file);
  write_clusters(file, s, persons), bytes += size_and_remove(file);
  return bytes;
}

// 100 sequences of 60 months; each case measures the step it is named for.
std::uintmax_t run_sequences(const std::string& what) {
  const Sequences persons = bench::synthetic_sequences(100, 20210);
  if (what == "duplicates") return measured([&] { distinct(persons); }), 0;
  std::uintmax_t bytes = 0;
  if (what == "files") {
    const Study s = study(persons, {});
    measured([&] { bytes = write_tables(s, persons); });
    return bytes;
  }
  const Distinct all = distinct(persons);
  DistanceOptions options;
  if (what == "om_trate") {
    options.measure = sequence::Measure::om;
    options.costs = CostRule::trate;
  }
  if (what == "lcs" || what == "om_trate")
    return measured([&] { distances(all.rows, options); }), 0;
  const Dissimilarities d = distances(all.rows, options);
  const auto& weights = all.rows.weights;
  if (what == "ward") return measured([&] { agglomerate(d, weights, Linkage::ward_d); }), 0;
  const Partition p{cut(agglomerate(d, weights, Linkage::ward_d), 8), 8};
  if (what == "quality") return measured([&] { quality(d, weights, p); }), 0;
  measured([&] { pam(d, weights, medoids_of(p, cluster_sums(d, weights, p))); });
  return 0;
}

// One thousandth of Norway: 24 months before and 24 on record.
std::uintmax_t run_engine(const std::string& what) {
  const Plan plan = bench::norway(0.001, what == "engine_accounts", 24);
  std::optional<Simulation> simulation;
  if (what == "engine_start") return measured([&] { simulation.emplace(plan, 0); }), 0;
  simulation.emplace(plan, 0);
  bench::Nothing nothing;
  measured([&] { simulation->run(nothing, silent()); });
  return 0;
}

// 20,000 persons and 24 months, of whom one in forty moves in a month.
std::uintmax_t run_panel() {
  constexpr std::uint64_t persons = 20'000, months = 24;
  constexpr store::CodeMap states{0, 1, 1, 3, 2, 2, 4, 5, 5, 5, 5, 5, 5, 6, 6, 6};
  std::vector<std::uint8_t> codes(persons, 0);
  const std::string file = "bench_counts.h5";
  measured([&] {
    store::ResultWriter writer(file, store::Provenance{});
    store::Table world = writer.group("/worlds/policy");
    world.dimension("person", persons);
    world.months(Month::of(2014, 1), months);
    store::PanelWriter panel(world, {{"states", states}});
    for (std::uint64_t m = 0; m < months; ++m) {
      for (std::uint64_t p = m % 40; p < persons; p += 40)
        codes[p] = static_cast<std::uint8_t>((p + m) % 13);
      panel.month(codes);
    }
    panel.finish();
    writer.commit();
  });
  return size_and_remove(file);
}

std::uintmax_t run(const std::string& what) {
  if (what.starts_with("engine_")) return run_engine(what);
  if (what == "panel") return run_panel();
  return run_sequences(what);
}

} // namespace

int main(int argc, char** argv) {
  use(Instructions::plain);
  hwy::SetSupportedTargetsForTest(HWY_STATIC_TARGET);
  parallel::set_threads(1);
  const std::uintmax_t bytes = run(argc > 1 ? argv[1] : "engine_months");
  fmt::print("{{\"allocations\": {}, \"bytes_written\": {}}}\n", counted, bytes);
}
