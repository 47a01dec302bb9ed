// What a person's month costs: the sweep's parts, the yardstick that other engines were timed on
// (bench/peers), and the shipped model phase by phase. CPU time of one thread.
#include <benchmark/benchmark.h>

#include <array>
#include <string>

#include <hwy/highway.h>
#include <sys/resource.h>

#include <tiltak/core/draw_words.hpp>
#include <tiltak/core/parallel.hpp>
#include <tiltak/engine/simulation.hpp>
#include <tiltak/engine/sweep.hpp>

#include "norway.hpp"
#include "yardstick.hpp"

namespace {

using namespace tiltak;

constexpr std::int64_t best = 0;

// 0 is the best the machine has; what it lacks is skipped.
bool use(benchmark::State& state, std::int64_t target) {
  hwy::SetSupportedTargetsForTest(0);
  if (target != best && (hwy::SupportedTargets() & target) == 0) {
    state.SkipWithError("not on this machine");
    return false;
  }
  hwy::SetSupportedTargetsForTest(target);
  hwy::GetChosenTarget().DeInit();
  return true;
}

void per_person_month(benchmark::State& state, double person_months) {
  state.counters["ns_per_person_month"] =
      benchmark::Counter(person_months * 1e-9, benchmark::Counter::kIsIterationInvariantRate |
                                                   benchmark::Counter::kInvert);
}

void draws(benchmark::State& state) {
  if (!use(state, state.range(0))) return;
  const Draws key(1, 0);
  std::array<std::uint32_t, sweep_size> words;
  std::int32_t month = 0;
  for (auto _ : state) {
    fill_words(key, 0, ++month, Purpose::transition, words);
    benchmark::DoNotOptimize(words);
  }
  per_person_month(state, sweep_size);
}

void six_states(benchmark::State& state) {
  if (!use(state, state.range(0))) return;
  const auto persons = static_cast<std::size_t>(state.range(1));
  double z = 0;
  for (auto _ : state) z = yardstick::largest_z(yardstick::simulate(persons, 1), persons);
  state.counters["largest_z"] = z;
  per_person_month(state, static_cast<double>(persons) * yardstick::months);
}

double peak_bytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return 1024.0 * static_cast<double>(usage.ru_maxrss);
}

// args: worlds, thousandths of Norway, threads
void model(benchmark::State& state) {
  use(state, best);
  parallel::set_threads(static_cast<unsigned>(state.range(2)));
  const bool coupled = state.range(0) == 3;
  const Plan plan = bench::norway(static_cast<double>(state.range(1)) / 1000, coupled);
  double persons = 0;
  for (auto _ : state) {
    bench::Nothing nothing;
    Simulation simulation(plan, 0);
    persons = static_cast<double>(simulation.people().size());
    simulation.run(nothing, silent());
  }
  const double living = plan.population.persons;
  per_person_month(state, living * plan.all_months() * static_cast<double>(state.range(0)));
  state.counters["bytes_per_person"] = peak_bytes() / persons;
  parallel::set_threads(0);
}

void for_targets(benchmark::internal::Benchmark* b) {
  for (const std::int64_t target :
       {std::int64_t{HWY_AVX3}, std::int64_t{HWY_AVX2}, std::int64_t{HWY_STATIC_TARGET}})
    b->Args({target});
}

void six_states_sizes(benchmark::internal::Benchmark* b) {
  for (const std::int64_t target :
       {std::int64_t{HWY_AVX3}, std::int64_t{HWY_AVX2}, std::int64_t{HWY_STATIC_TARGET}})
    b->Args({target, 1'000'000});
}

BENCHMARK(draws)->Apply(for_targets);
BENCHMARK(six_states)->Apply(six_states_sizes)->Unit(benchmark::kMillisecond);
BENCHMARK(model)
    ->ArgNames({"worlds", "permille", "threads"})
    ->Args({1, 30, 1}) // 10^5 persons
    ->Args({1, 100, 1})
    ->Args({1, 300, 1})
    ->Args({3, 300, 1})
    ->Args({1, 1000, 1})
    ->Args({3, 1000, 1})
    ->Args({3, 300, 2})
    ->MeasureProcessCPUTime()
    ->Unit(benchmark::kMillisecond)
    ->Iterations(1);

} // namespace

BENCHMARK_MAIN();
