// Small cases of the sequence analysis whose counts do not vary from run to run: allocations, bytes
// written, and, under callgrind, instructions. The plain kernels on one thread, whatever the
// processor. bench/compare sets the counts against bench/baseline.json.
//   bench_counts CASE
#include <cstdlib>
#include <filesystem>
#include <new>
#include <string>

#include <fmt/format.h>

#include <tiltak/core/parallel.hpp>
#include <tiltak/sequence/cluster_sums.hpp>
#include <tiltak/sequence/files.hpp>
#include <tiltak/sequence/instructions.hpp>
#include <tiltak/sequence/study.hpp>

#include "synthetic/synthetic_sequences.hpp"

namespace {

std::size_t allocations = 0;

} // namespace

void* operator new(std::size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace {

using namespace tiltak;
using namespace tiltak::sequence;

std::uintmax_t written(const Sequences& persons) {
  const std::string file = "bench_counts.csv";
  const Study s = study(persons, {});
  std::uintmax_t bytes = 0;
  const auto count = [&] {
    bytes += std::filesystem::file_size(file);
    std::filesystem::remove(file);
  };
  write_merges(file, s.tree, s.distinct), count();
  write_quality(file, s), count();
  write_medoids(file, s, persons), count();
  write_clusters(file, s, persons), count();
  return bytes;
}

std::uintmax_t run(const std::string& what, const Sequences& persons) {
  const Distinct all = distinct(persons);
  if (what == "duplicates") return 0;
  DistanceOptions options;
  if (what == "om_trate") {
    options.measure = Measure::om;
    options.costs = CostRule::trate;
  }
  if (what == "files") return written(persons);
  const Dissimilarities d = distances(all.rows, options);
  if (what == "lcs" || what == "om_trate") return 0;
  const auto& weights = all.rows.weights;
  const Tree tree = agglomerate(d, weights, Linkage::ward_d);
  if (what == "ward") return 0;
  const Partition p{cut(tree, 8), 8};
  if (what == "quality") return quality(d, weights, p), 0;
  pam(d, weights, medoids_of(p, cluster_sums(d, weights, p)));
  return 0;
}

} // namespace

int main(int argc, char** argv) {
  use(Instructions::plain);
  parallel::set_threads(1);
  const std::string what = argc > 1 ? argv[1] : "study";
  const Sequences persons = bench::synthetic_sequences(100, 20210);
  const std::size_t before = allocations;
  const std::uintmax_t bytes = run(what, persons);
  const std::size_t after = allocations;
  fmt::print("{{\"allocations\": {}, \"bytes_written\": {}}}\n", after - before, bytes);
}
