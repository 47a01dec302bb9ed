#include <tiltak/sequence/sampled_study.hpp>

#include <limits>

#include <tiltak/sequence/sampling.hpp>

namespace tiltak::sequence {
namespace {

// The sample by which solutions are compared: its number is that of none they are made from.
constexpr std::uint32_t judging_sample = ~0u;

Solution solution_of_sampling(const Study& s, const StudyOptions& o, std::size_t k,
                              const Sample& judges, const Dissimilarities& d,
                              const Progress& progress) {
  const SamplingOptions options{o.samples, o.sample_size, o.seed, o.linkage};
  Sampled sampled = sample_medoids(s.distinct, o.distance, k, options, progress);
  Solution solution;
  solution.name = "clara";
  solution.cost = sampled.cost;
  solution.medoids = std::move(sampled.medoids);
  solution.cost_of_cluster = std::move(sampled.cost_of_cluster);
  solution.partition = {std::move(sampled.cluster), k};
  Partition of_judges{{}, k};
  for (const std::uint32_t row : judges.rows)
    of_judges.cluster.push_back(solution.partition.cluster[row]);
  solution.quality = quality(d, judges.counts, of_judges);
  return solution;
}

} // namespace

void cluster_by_sampling(Study& s, const StudyOptions& o, const Progress& progress) {
  const Sample judges = draw_sample(s.distinct, o.sample_size, o.seed, judging_sample);
  const Dissimilarities d =
      distances(select(s.distinct.rows, judges.rows), fixed_costs(s.distinct, o.distance));
  std::vector<Quality> measured;
  for (std::size_t k = o.k.value_or(o.k_min); k <= o.k.value_or(o.k_max); ++k) {
    s.solutions.push_back(solution_of_sampling(s, o, k, judges, d, progress));
    measured.push_back(s.solutions.back().quality);
  }
  s.suggestion = suggest(measured);
  for (const Solution& solution : s.solutions)
    if (solution.partition.clusters == o.k.value_or(s.suggestion.k))
      s.chosen = solution;
}

} // namespace tiltak::sequence
