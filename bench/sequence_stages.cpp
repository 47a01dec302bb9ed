// One whole study, stage by stage: seconds of the processor, seconds by the clock, peak of memory.
//   sequence_stages study|different|lcs|om|million [threads] [best|avx512|avx2|plain]
#include <chrono>
#include <cstdlib>
#include <functional>
#include <string>

#include <sys/resource.h>

#include <fmt/format.h>

#include <tiltak/core/parallel.hpp>
#include <tiltak/sequence/cluster_sums.hpp>
#include <tiltak/sequence/description.hpp>
#include <tiltak/sequence/individual.hpp>
#include <tiltak/sequence/instructions.hpp>
#include <tiltak/sequence/representatives.hpp>
#include <tiltak/sequence/study.hpp>

#include "synthetic_sequences.hpp"

namespace {

using namespace tiltak;
using namespace tiltak::sequence;

double seconds(const timeval& t) {
  return static_cast<double>(t.tv_sec) + 1e-6 * static_cast<double>(t.tv_usec);
}

struct Usage {
  double processor, clock, peak_mb;
};

Usage usage() {
  rusage r{};
  ::getrusage(RUSAGE_SELF, &r);
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return {seconds(r.ru_utime) + seconds(r.ru_stime), std::chrono::duration<double>(now).count(),
          static_cast<double>(r.ru_maxrss) / 1000};
}

void line(const std::string& what, const Usage& from) {
  const Usage to = usage();
  fmt::print("{:<34} {:8.2f} {:8.2f} {:8.0f}\n", what, to.processor - from.processor,
             to.clock - from.clock, to.peak_mb);
}

void stage(const std::string& what, const std::function<void()>& work) {
  const Usage before = usage();
  work();
  line(what, before);
}

std::vector<std::uint32_t> members(const Partition& p, std::size_t cluster) {
  std::vector<std::uint32_t> rows;
  for (std::uint32_t i = 0; i < p.cluster.size(); ++i)
    if (p.cluster[i] == cluster) rows.push_back(i);
  return rows;
}

// The study as study() runs it, then representatives and descriptions of every cluster.
void whole_study(const Sequences& persons) {
  const Usage before = usage();
  Study s;
  stage("study (distances to medoids)", [&] { s = study(persons, {}); });
  stage("representatives", [&] {
    for (std::size_t c = 0; c < s.chosen.partition.clusters; ++c)
      for (const RadiusOf of : {RadiusOf::cluster, RadiusOf::overall}) {
        RepresentativeOptions options;
        options.radius_of = of;
        representatives(s.distinct.rows, s.distances, members(s.chosen.partition, c), options,
                        s.largest_distance);
      }
  });
  stage("descriptions", [&] {
    for (std::size_t c = 0; c < s.chosen.partition.clusters; ++c)
      describe(select(s.distinct.rows, members(s.chosen.partition, c)), 0);
    for (std::size_t r = 0; r < s.distinct.rows.size(); ++r) individual(s.distinct.rows, r);
  });
  line("whole study", before);
  fmt::print("  {} different, {} clusters, sum of distances {:.0f}\n", s.distinct.rows.size(),
             s.chosen.partition.clusters, s.chosen.cost);
}

void stages(const Sequences& persons) {
  Distinct all;
  Dissimilarities d;
  Tree tree;
  stage("duplicates", [&] { all = distinct(persons); });
  const auto& weights = all.rows.weights;
  stage("LCS", [&] { d = distances(all.rows, {}); });
  stage("Ward", [&] { tree = agglomerate(d, weights, Linkage::ward_d); });
  const Partition p{cut(tree, 8), 8};
  stage("ten measures of one partition", [&] { quality(d, weights, p); });
  const auto start = medoids_of(p, cluster_sums(d, weights, p));
  stage("PAM at 8", [&] { pam(d, weights, start); });
}

void sampling() {
  const Sequences persons = bench::synthetic_sequences(1'000'000, 20212);
  StudyOptions options;
  options.method = Method::clara;
  options.k = options.k_min = options.k_max = 8;
  Study s;
  stage("a million by sampling", [&] { s = study(persons, options); });
  fmt::print("  {} different, sum of distances {:.0f}\n", s.distinct.rows.size(), s.chosen.cost);
}

} // namespace

int main(int argc, char** argv) {
  const std::string what = argc > 1 ? argv[1] : "study";
  parallel::set_threads(argc > 2 ? static_cast<unsigned>(std::atoi(argv[2])) : 2);
  const std::string wanted = argc > 3 ? argv[3] : "best";
  if (wanted == "avx512") use(Instructions::avx512);
  if (wanted == "avx2") use(Instructions::avx2);
  if (wanted == "plain") use(Instructions::plain);
  fmt::print("{} with {} on {} threads {:>11} {:>8} {:>8}\n", what, instructions_in_use(),
             parallel::threads(), "cpu s", "wall s", "peak MB");
  if (what == "million") return sampling(), 0;
  Sequences persons = bench::synthetic_sequences(23'790, 20211);
  if (what == "different") persons = bench::all_different(std::move(persons), 1);
  if (what == "lcs") return stage("LCS of 283.0 million pairs", [&] { distances(persons, {}); }), 0;
  if (what == "om") {
    DistanceOptions options;
    options.measure = Measure::om;
    options.costs = CostRule::trate;
    const Sequences rows = distinct(persons).rows;
    return stage("OM, 83.0 million pairs", [&] { distances(rows, options); }), 0;
  }
  if (what == "stages")
    stages(persons);
  else
    whole_study(persons);
}
