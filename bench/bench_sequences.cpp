// The kernels of the sequence analysis, one at a time. Items are pairs of sequences.
#include <benchmark/benchmark.h>

#include <tiltak/core/parallel.hpp>
#include <tiltak/sequence/cluster_sums.hpp>
#include <tiltak/sequence/distance.hpp>
#include <tiltak/sequence/distinct.hpp>
#include <tiltak/sequence/instructions.hpp>
#include <tiltak/sequence/linkage.hpp>
#include <tiltak/sequence/medoids.hpp>
#include <tiltak/sequence/quality.hpp>

#include "synthetic_sequences.hpp"

namespace {

using namespace tiltak;
using namespace tiltak::sequence;

const Distinct& rows() {
  static const Distinct all = distinct(bench::synthetic_sequences(4000, 20210));
  return all;
}

const Dissimilarities& lcs_of_rows() {
  static const Dissimilarities d = distances(rows().rows, {});
  return d;
}

std::int64_t pairs() {
  const auto n = static_cast<std::int64_t>(rows().rows.size());
  return n * (n - 1) / 2;
}

// The argument: 0 best, 1 AVX-512, 2 AVX2, 3 plain.
bool choose(benchmark::State& state) {
  const auto instructions = static_cast<Instructions>(state.range(0));
  if (!available(instructions)) state.SkipWithError("not on this processor");
  use(available(instructions) ? instructions : Instructions::best);
  parallel::set_threads(1);
  return available(instructions);
}

void measure(benchmark::State& state, const DistanceOptions& options) {
  if (!choose(state)) return;
  for (auto _ : state) benchmark::DoNotOptimize(distances(rows().rows, options));
  state.SetItemsProcessed(state.iterations() * pairs());
  use(Instructions::best);
}

void lcs(benchmark::State& state) { measure(state, {}); }

void om_trate(benchmark::State& state) {
  DistanceOptions options;
  options.measure = Measure::om;
  options.costs = CostRule::trate;
  measure(state, options);
}

void ward(benchmark::State& state) {
  parallel::set_threads(1);
  for (auto _ : state)
    benchmark::DoNotOptimize(agglomerate(lcs_of_rows(), rows().rows.weights, Linkage::ward_d));
  state.SetItemsProcessed(state.iterations() * pairs());
}

void pam_of_8(benchmark::State& state) {
  parallel::set_threads(1);
  const auto& weights = rows().rows.weights;
  const Partition start{cut(agglomerate(lcs_of_rows(), weights, Linkage::ward_d), 8), 8};
  const auto medoids = medoids_of(start, cluster_sums(lcs_of_rows(), weights, start));
  for (auto _ : state) benchmark::DoNotOptimize(pam(lcs_of_rows(), weights, medoids));
  state.SetItemsProcessed(state.iterations() * pairs());
}

void quality_of_8(benchmark::State& state) {
  parallel::set_threads(1);
  const auto& weights = rows().rows.weights;
  const Partition p{cut(agglomerate(lcs_of_rows(), weights, Linkage::ward_d), 8), 8};
  for (auto _ : state) benchmark::DoNotOptimize(quality(lcs_of_rows(), weights, p));
  state.SetItemsProcessed(state.iterations() * pairs());
}

} // namespace

BENCHMARK(lcs)->Arg(1)->Arg(2)->Arg(3)->Unit(benchmark::kMillisecond);
BENCHMARK(om_trate)->Arg(1)->Arg(2)->Arg(3)->Unit(benchmark::kMillisecond);
BENCHMARK(ward)->Unit(benchmark::kMillisecond);
BENCHMARK(pam_of_8)->Unit(benchmark::kMillisecond);
BENCHMARK(quality_of_8)->Unit(benchmark::kMillisecond);
BENCHMARK_MAIN();
