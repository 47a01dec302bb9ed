// What keeping and writing the panel costs: CPU time of the whole process for each person-month,
// both variables (states, jobs), from the engine's bytes to the synced file; and what reading it
// back costs. Bytes stored for each person-month stand beside it.
#include <benchmark/benchmark.h>

#include <array>
#include <filesystem>
#include <vector>

#include <tiltak/core/draw.hpp>
#include <tiltak/store/panel.hpp>
#include <tiltak/store/reader.hpp>

namespace {

using namespace tiltak;
using namespace tiltak::store;

constexpr std::uint64_t persons = 400'000;

// Month-major codes 0..13 with about the persistence of the labour market: half of the persons
// change every ten years, a third every second year, the rest every eight months (2.3 spells in 61
// months).
std::vector<std::uint8_t> history(std::uint64_t months) {
  std::vector<std::uint8_t> codes(persons * months);
  std::uint64_t x = 88172645463325252u; // Marsaglia's xorshift64
  const auto draw = [&] {
    x ^= x << 13;
    x ^= x >> 7;
    x ^= x << 17;
    return static_cast<double>(x >> 11) * 0x1p-53;
  };
  for (std::uint64_t p = 0; p < persons; ++p) {
    const double kind = draw(), rate = kind < 0.5 ? 0.008 : kind < 0.85 ? 0.04 : 0.12;
    std::uint8_t code = draw() < 0.6   ? 0
                        : draw() < 0.5 ? 1
                                       : static_cast<std::uint8_t>(13 * draw());
    for (std::uint64_t m = 0; m < months; ++m) {
      if (draw() < rate) code = draw() < 0.5 ? 0 : static_cast<std::uint8_t>(13 * draw() * draw());
      codes[m * persons + p] = code;
    }
  }
  return codes;
}

constexpr CodeMap states{0, 1, 1, 3, 2, 2, 4, 5, 5, 5, 5, 5, 5, 6, 6, 6};
constexpr CodeMap jobs{2, 1, 1, 0, 0, 4, 0, 0, 1, 0, 4, 0, 1, 0, 0, 0};
const std::string path = "bench_store.h5";

void write(const std::vector<std::uint8_t>& codes, std::uint64_t months) {
  ResultWriter file(path, Provenance{});
  Table world = file.group("/worlds/policy");
  world.dimension("person", persons);
  world.months(Month::of(2014, 1), months);
  PanelWriter panel(world, {{"states", states}, {"jobs", jobs}});
  for (std::uint64_t m = 0; m < months; ++m) panel.month({codes.data() + m * persons, persons});
  panel.finish();
  file.commit();
}

void per_person_month(benchmark::State& state, std::uint64_t months) {
  const auto cells = static_cast<double>(persons * months);
  state.counters["per_person_month"] = benchmark::Counter(
      cells, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
  state.counters["bytes_per_person_month"] =
      static_cast<double>(std::filesystem::file_size(path)) / cells;
}

void write_panel(benchmark::State& state) {
  const auto months = static_cast<std::uint64_t>(state.range(0));
  const auto codes = history(months);
  for (auto _ : state) write(codes, months);
  per_person_month(state, months);
}

void read_states(benchmark::State& state) {
  const auto months = static_cast<std::uint64_t>(state.range(0));
  write(history(months), months);
  for (auto _ : state) {
    const ResultReader file(path);
    benchmark::DoNotOptimize(file.read<std::uint8_t>("/worlds/policy/states"));
  }
  per_person_month(state, months);
}

} // namespace

BENCHMARK(write_panel)->Arg(60)->Arg(120)->MeasureProcessCPUTime()->Unit(benchmark::kMillisecond);
BENCHMARK(read_states)->Arg(60)->Arg(120)->MeasureProcessCPUTime()->Unit(benchmark::kMillisecond);
BENCHMARK_MAIN();
