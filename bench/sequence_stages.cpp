// One whole study, stage by stage: seconds of the processor (of the user and the system), seconds
// by the clock, peak of memory; a JSON object a stage. Each run is a process of its own, so that
// peaks are its own.
//   sequence_stages study|different|lcs|om|million|sampling|stages [threads] [INSTRUCTIONS]
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

#include "synthetic/synthetic_sequences.hpp"

namespace {

using namespace tiltak;
using namespace tiltak::sequence;

double seconds(const timeval& t) {
  return static_cast<double>(t.tv_sec) + 1e-6 * static_cast<double>(t.tv_usec);
}

struct Usage {
  double user, system, clock, peak_mb;
};

Usage usage() {
  rusage r{};
  ::getrusage(RUSAGE_SELF, &r);
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return {seconds(r.ru_utime), seconds(r.ru_stime), std::chrono::duration<double>(now).count(),
          static_cast<double>(r.ru_maxrss) / 1000};
}

void line(const std::string& what, const Usage& from) {
  const Usage to = usage();
  const double user = to.user - from.user, system = to.system - from.system;
  fmt::print("{{\"stage\": \"{}\", \"instructions\": \"{}\", \"threads\": {}, ", what,
             instructions_in_use(), parallel::threads());
  fmt::print("\"cpu_s\": {:.3f}, \"user_s\": {:.3f}, \"system_s\": {:.3f}, ", user + system, user,
             system);
  fmt::print("\"wall_s\": {:.3f}, \"peak_mb\": {:.1f}}}\n", to.clock - from.clock, to.peak_mb);
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
  fmt::print("{{\"different\": {}, \"clusters\": {}, \"sum_distance\": {:.0f}}}\n",
             s.distinct.rows.size(), s.chosen.partition.clusters, s.chosen.cost);
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

StudyOptions eight_clusters(Method method) {
  StudyOptions options;
  options.method = method;
  options.k = options.k_min = options.k_max = 8;
  return options;
}

// What the medoids of samples cost against those of all, for ten seeds.
void sampling(const Sequences& persons) {
  double all = 0;
  stage("k-medoids of all", [&] { all = study(persons, eight_clusters(Method::pam)).chosen.cost; });
  StudyOptions options = eight_clusters(Method::clara);
  for (options.seed = 1; options.seed <= 10; ++options.seed) {
    double sampled = 0;
    stage("k-medoids by sampling", [&] { sampled = study(persons, options).chosen.cost; });
    fmt::print("{{\"seed\": {}, \"objective_ratio\": {:.6f}}}\n", options.seed, sampled / all);
  }
}

void million() {
  const Sequences persons = bench::synthetic_sequences(1'000'000, 20212);
  Study s;
  stage("a million by sampling", [&] { s = study(persons, eight_clusters(Method::clara)); });
  fmt::print("{{\"different\": {}, \"sum_distance\": {:.0f}}}\n", s.distinct.rows.size(),
             s.chosen.cost);
}

void optimal_matching(const Sequences& persons) {
  DistanceOptions options;
  options.measure = Measure::om;
  options.costs = CostRule::trate;
  const Sequences rows = distinct(persons).rows;
  stage("OM, 83.0 million pairs", [&] { distances(rows, options); });
}

} // namespace

int main(int argc, char** argv) {
  const std::string what = argc > 1 ? argv[1] : "study";
  parallel::set_threads(argc > 2 ? static_cast<unsigned>(std::atoi(argv[2])) : 2);
  const std::string wanted = argc > 3 ? argv[3] : "best";
  if (wanted == "avx512") use(Instructions::avx512);
  if (wanted == "avx2") use(Instructions::avx2);
  if (wanted == "plain") use(Instructions::plain);
  if (what == "million") {
    million();
    return 0;
  }
  Sequences persons = bench::synthetic_sequences(23'790, 20211);
  if (what == "different") persons = bench::all_different(std::move(persons), 1);
  if (what == "lcs")
    stage("LCS of 283.0 million pairs", [&] { distances(persons, {}); });
  else if (what == "om")
    optimal_matching(persons);
  else if (what == "sampling")
    sampling(persons);
  else if (what == "stages")
    stages(persons);
  else
    whole_study(persons);
}
