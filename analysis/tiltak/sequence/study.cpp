#include <tiltak/sequence/study.hpp>

#include <algorithm>

#include <fmt/format.h>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/sequence/cluster_sums.hpp>
#include <tiltak/sequence/given.hpp>
#include <tiltak/sequence/memory.hpp>
#include <tiltak/sequence/sampled_study.hpp>
#include <tiltak/sequence/square.hpp>

namespace tiltak::sequence {
namespace {

// The cuts k_min..k_max: unions of the clusters of the finest.
Nested cuts(const Tree& tree, std::size_t k_min, std::size_t k_max) {
  Nested nested{{cut(tree, k_max), k_max}, {}};
  for (std::size_t k = k_min; k <= k_max; ++k) {
    const std::vector<std::uint32_t> rows = cut(tree, k);
    Partition clusters{std::vector<std::uint32_t>(k_max), k};
    for (std::size_t i = 0; i < rows.size(); ++i)
      clusters.cluster[nested.finest.cluster[i]] = rows[i];
    nested.coarser.push_back(std::move(clusters));
  }
  return nested;
}

void add_cuts(Study& s, const StudyOptions& o, const Progress& progress) {
  const auto& weights = s.distinct.rows.weights;
  const Nested nested = cuts(s.tree, o.k_min, o.k_max);
  auto measured = quality(s.distances, weights, nested, progress);
  for (std::size_t k = o.k_min; k <= o.k_max; ++k) {
    Solution solution;
    solution.name = name(o.linkage);
    solution.partition = {cut(s.tree, k), k};
    solution.quality = std::move(measured[k - o.k_min]);
    s.solutions.push_back(std::move(solution));
  }
}

void add_given(Study& s, const StudyOptions& o, const Progress& progress) {
  for (const Given& given : o.given) {
    Solution solution = solution_of(given, s.distinct);
    solution.quality = quality(s.distances, s.distinct.rows.weights, solution.partition, progress);
    s.solutions.push_back(std::move(solution));
  }
}

// Improves a solution by k-medoids, as the method says.
Solution improved(const Study& s, const Solution& start, Method method, const Progress& progress) {
  const auto& weights = s.distinct.rows.weights;
  const std::size_t k = start.partition.clusters;
  auto medoids = method == Method::build ? build(s.distances, weights, k) : start.medoids;
  Medoids m = method == Method::eager
                  ? eager_pam(s.distances, weights, std::move(medoids), progress)
                  : pam(s.distances, weights, std::move(medoids), progress);
  Solution better;
  better.name = method == Method::pam ? "pam" : method == Method::eager ? "eager" : "build";
  better.partition = std::move(m.partition);
  better.medoids = std::move(m.medoids);
  add_costs(better, s.distances, weights);
  better.swaps = m.swaps;
  better.quality = quality(s.distances, weights, better.partition, progress);
  return better;
}

std::size_t place_of(const Study& s, std::size_t k) {
  for (std::size_t p = 0; p < s.solutions.size(); ++p)
    if (s.solutions[p].partition.clusters == k) return p;
  return 0;
}

void choose(Study& s, const StudyOptions& o, const Progress& progress) {
  const bool improve = o.method != Method::hierarchical;
  std::vector<Solution> better;
  if (improve && o.every_k)
    for (Solution& start : s.solutions) {
      add_costs(start, s.distances, s.distinct.rows.weights);
      better.push_back(improved(s, start, o.method, progress));
    }
  std::vector<Quality> measured;
  for (const Solution& solution : better.empty() ? s.solutions : better)
    measured.push_back(solution.quality);
  s.suggestion = suggest(measured);
  const std::size_t place = place_of(s, o.k.value_or(s.suggestion.k));
  add_costs(s.solutions[place], s.distances, s.distinct.rows.weights);
  if (!improve)
    s.chosen = s.solutions[place];
  else
    s.chosen = better.empty() ? improved(s, s.solutions[place], o.method, progress) : better[place];
  for (Solution& solution : better) s.solutions.push_back(std::move(solution));
}

void check_counts(const Distinct& d, const StudyOptions& o) {
  const std::size_t n = d.rows.size();
  const std::size_t k = o.clusters ? std::max(o.k_max, o.k.value_or(0)) : 0;
  if (n < 2 && o.clusters)
    throw InputError({"sequences"},
                     d.persons() == 1 ? "there is one sequence only"
                                      : fmt::format("all {} sequences are identical", d.persons()),
                     "at least two different ones for clusters");
  if (o.given.empty() && k > n)
    throw InputError({"-k"},
                     k > d.persons()
                         ? fmt::format("{} clusters of {} sequences", k, d.persons())
                         : fmt::format("{} clusters of {} sequences, of which {} are different", k,
                                       d.persons(), n),
                     fmt::format("2 to {}", n));
}

void check_memory(const Sequences& sequences, const Distinct& d, const StudyOptions& o) {
  const auto needed = static_cast<double>(study_bytes(d.rows.size(), sequences, o));
  const double left = o.memory > 0 ? o.memory : static_cast<double>(available_bytes());
  if (left <= 0 || needed <= left) return;
  throw InputError(
      {"sequences"},
      fmt::format("{} different sequences need {:.0f} bytes ({}) for their distances and the tree",
                  d.rows.size(), needed, bytes_text(needed)),
      fmt::format("at most {:.0f} bytes ({}) on this machine now", left, bytes_text(left)),
      "--method clara works on samples and needs no matrix of all");
}

} // namespace

std::vector<std::uint32_t> Study::cluster_of_person(const Solution& solution) const {
  std::vector<std::uint32_t> cluster;
  cluster.reserve(distinct.of.size());
  for (const std::uint32_t row : distinct.of) cluster.push_back(solution.partition.cluster[row]);
  return cluster;
}

void add_costs(Solution& solution, const Dissimilarities& d, const std::vector<double>& weights) {
  const Partition& p = solution.partition;
  if (solution.medoids.empty()) solution.medoids = medoids_of(p, cluster_sums(d, weights, p));
  solution.cost_of_cluster.assign(p.clusters, 0.0);
  solution.cost = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const double cost = weights[i] * d.at(i, solution.medoids[p.cluster[i]]);
    solution.cost_of_cluster[p.cluster[i]] += cost;
    solution.cost += cost;
  }
}

std::size_t study_bytes(std::size_t rows, const Sequences& sequences, const StudyOptions& o) {
  const bool counts = o.distance.norm == Norm::none && has_integer_cells(o.distance);
  const std::size_t cell = !counts ? sizeof(double) : sequences.positions <= 64 ? 1 : 2;
  const bool whole = sequences.weights.empty();
  const std::size_t tree = o.tree ? agglomeration_bytes(rows, counts, whole) : 0;
  return rows * ((rows + 63) / 64 * 64) * cell + tree + rows * 512;
}

Study study(const Sequences& sequences, const StudyOptions& wanted, const Progress& progress) {
  Study s;
  StudyOptions options = wanted;
  const auto classes = classes_of(options.given, sequences.size());
  s.distinct = options.keep_duplicates ? undivided(sequences) : distinct(sequences, classes);
  if (options.fit_range) // a cluster for each sequence would always have the widest silhouettes
    options.k_max = std::min(options.k_max, std::max<std::size_t>(s.distinct.rows.size(), 3) - 1);
  check_counts(s.distinct, options);
  if (options.method == Method::clara) {
    cluster_by_sampling(s, options, progress);
    return s;
  }
  check_memory(sequences, s.distinct, options);
  s.distances = distances(s.distinct.rows, options.distance, progress);
  s.largest_distance = largest(s.distances);
  s.tree.leaves = s.distinct.rows.size();
  if (options.tree)
    s.tree = agglomerate(s.distances, s.distinct.rows.weights, options.linkage, progress);
  if (!options.clusters) return s;
  options.given.empty() ? add_cuts(s, options, progress) : add_given(s, options, progress);
  choose(s, options, progress);
  return s;
}

} // namespace tiltak::sequence
