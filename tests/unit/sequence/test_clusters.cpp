// Medoids, quality, representatives, study.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/core/parallel.hpp>
#include <tiltak/sequence/cluster_sums.hpp>
#include <tiltak/sequence/medoids.hpp>
#include <tiltak/sequence/quality.hpp>
#include <tiltak/sequence/representatives.hpp>
#include <tiltak/sequence/study.hpp>

#include "golden.hpp"

using namespace tiltak;
using namespace tiltak::sequence;
using namespace tiltak::test;

namespace {

struct Reference {
  Distinct all = distinct(synth2000());
  Dissimilarities d = distances(all.rows, {});
};
const Reference& reference() {
  static const Reference r;
  return r;
}

// PAM by its definition: every swap, every cost from scratch.
double plain_pam(const Dissimilarities& d, std::vector<std::uint32_t> medoids) {
  const std::vector<double> weights(d.size(), 1.0);
  double cost = assign(d, weights, medoids).cost;
  for (;;) {
    double best = cost;
    std::vector<std::uint32_t> next;
    for (std::size_t slot = 0; slot < medoids.size(); ++slot)
      for (std::uint32_t x = 0; x < d.size(); ++x) {
        if (std::find(medoids.begin(), medoids.end(), x) != medoids.end())
          continue;
        auto tried = medoids;
        tried[slot] = x;
        if (const double c = assign(d, weights, tried).cost; c < best - 1e-10) {
          best = c;
          next = tried;
        }
      }
    if (next.empty())
      return cost;
    medoids = next;
    cost = best;
  }
}

} // namespace

TEST_CASE("PAM from the cut of the reference tree ends where WeightedCluster ends or below") {
  const Golden golden("lcs_pam.csv");
  const auto& [all, d] = reference();
  for (std::size_t r = 0; r < golden.rows(); ++r) {
    const auto k = static_cast<std::size_t>(golden.number(r, "k"));
    CAPTURE(k);
    const Partition start = reference_cut(all, k);
    auto medoids = medoids_of(start, cluster_sums(d, all.rows.weights, start));
    std::vector<std::size_t> persons;
    for (const std::uint32_t m : medoids)
      persons.push_back(all.first[m] + 1);
    std::sort(persons.begin(), persons.end());
    CHECK(persons == golden.list(r, "start"));
    const Medoids found = pam(d, all.rows.weights, medoids);
    CHECK(found.cost <= golden.number(r, "from_start"));
    CHECK(eager_pam(d, all.rows.weights, medoids).cost <=
          assign(d, all.rows.weights, medoids).cost);
    CHECK(pam(d, all.rows.weights, build(d, all.rows.weights, k)).cost <=
          golden.number(r, "from_build"));
  }
}

TEST_CASE("PAM makes the swaps of its definition") {
  const Sequences some =
      select(synth2000(), {3,  14,  15,  92,  65,  35,  89,  79,  32,  38,  46,  26,
                           43, 383, 279, 502, 884, 197, 169, 399, 375, 105, 820, 974});
  const Dissimilarities d = distances(some, {});
  for (std::size_t k = 1; k <= 6; ++k) {
    std::vector<std::uint32_t> start(k);
    for (std::uint32_t c = 0; c < k; ++c)
      start[c] = 2 * c;
    CHECK(pam(d, std::vector<double>(d.size(), 1.0), start).cost == plain_pam(d, start));
    // Weights that are no counts take the other kernel.
    CHECK(pam(d, std::vector<double>(d.size(), 0.5), start).cost == plain_pam(d, start) / 2);
  }
}

TEST_CASE("quality of the cuts of the reference tree is WeightedCluster's") {
  const Golden golden("lcs_cuts_quality.csv");
  const auto& [all, d] = reference();
  for (std::size_t r = 0; r < golden.rows(); ++r) {
    const Quality q = quality(d, all.rows.weights,
                              reference_cut(all, static_cast<std::size_t>(golden.number(r, "k"))));
    check_near(q.pbc, golden.number(r, "PBC"), 1e-12);
    check_near(q.hg, golden.number(r, "HG"), 1e-12);
    check_near(q.hgsd, golden.number(r, "HGSD"), 1e-12);
    check_near(q.asw, golden.number(r, "ASW"), 1e-12);
    check_near(q.asww, golden.number(r, "ASWw"), 1e-12);
    check_near(q.ch, golden.number(r, "CH"), 1e-12);
    check_near(q.r2, golden.number(r, "R2"), 1e-12);
    check_near(q.chsq, golden.number(r, "CHsq"), 1e-12);
    check_near(q.r2sq, golden.number(r, "R2sq"), 1e-12);
    check_near(q.hc, golden.number(r, "HC"), 1e-12);
    check_near(q.asw_rousseeuw, golden.number(r, "ASW_cluster_pkg"), 1e-12);
  }
}

TEST_CASE("quality of odd cases is WeightedCluster's") {
  const Golden golden("edge_cases.csv");
  for (std::size_t r = 0; r < golden.rows(); ++r) {
    CAPTURE(golden.text(r, "case"));
    std::vector<double> cells;
    for (const std::size_t cell : golden.list(r, "distances"))
      cells.push_back(static_cast<double>(cell));
    Partition p;
    for (const std::size_t c : golden.list(r, "clusters")) {
      p.cluster.push_back(static_cast<std::uint32_t>(c - 1));
      p.clusters = std::max(p.clusters, c);
    }
    const Quality q = quality(matrix(cells), std::vector<double>(p.cluster.size(), 1.0), p);
    const double tolerance = 1e-13;
    check_near(q.pbc, golden.number(r, "PBC"), tolerance);
    check_near(q.hg, golden.number(r, "HG"), tolerance);
    check_near(q.hgsd, golden.number(r, "HGSD"), tolerance);
    check_near(q.asw, golden.number(r, "ASW"), tolerance);
    check_near(q.asww, golden.number(r, "ASWw"), tolerance);
    check_near(q.ch, golden.number(r, "CH"), tolerance);
    check_near(q.r2, golden.number(r, "R2"), tolerance);
    check_near(q.r2sq, golden.number(r, "R2sq"), tolerance);
    check_near(q.hc, golden.number(r, "HC"), tolerance);
    check_near(q.asw_rousseeuw, golden.number(r, "ASW_Rousseeuw"), tolerance);
  }
}

TEST_CASE("counted and sorted distances give the same quality") {
  const auto& [all, d] = reference();
  Square<double> square(d.size());
  for (std::size_t i = 0; i < d.size(); ++i)
    for (std::size_t j = 0; j < d.size(); ++j)
      square.row(i)[j] = d.at(i, j);
  const Dissimilarities reals{std::move(square), 1.0};
  const Partition p = reference_cut(all, 7);
  const Quality counted = quality(d, all.rows.weights, p),
                sorted = quality(reals, all.rows.weights, p);
  check_near(sorted.hg, counted.hg, 1e-13);
  check_near(sorted.hc, counted.hc, 1e-13);
  check_near(sorted.asw, counted.asw, 1e-13);
  check_near(sorted.r2sq, counted.r2sq, 1e-13);
}

TEST_CASE("representatives are TraMineR's under both conventions for the radius") {
  const Golden golden("lcs_representatives.csv");
  const auto& [all, d] = reference();
  for (std::size_t r = 0; r < golden.rows(); ++r) {
    CAPTURE(r);
    const Partition p = reference_cut(all, static_cast<std::size_t>(golden.number(r, "k")));
    std::vector<std::uint32_t> members;
    for (std::uint32_t row = 0; row < p.cluster.size(); ++row)
      if (p.cluster[row] + 1 == golden.number(r, "cluster"))
        members.push_back(row);
    RepresentativeOptions options;
    options.criterion = *criterion_named(golden.text(r, "criterion"));
    options.radius_of =
        golden.text(r, "radius_of") == "overall" ? RadiusOf::overall : RadiusOf::cluster;
    const Representatives found = representatives(all.rows, d, members, options, largest(d));
    CHECK(found.largest == golden.number(r, "largest"));
    std::vector<std::size_t> persons;
    for (const Representative& one : found.all)
      persons.push_back(all.first[one.row] + 1);
    CHECK(persons == golden.list(r, "representatives"));
    check_near(found.coverage, golden.number(r, "coverage"), 1e-12);
    check_near(found.total.quality / 100, golden.number(r, "quality"), 1e-11);
  }
}

TEST_CASE("a study is the same for any number of threads and with duplicates kept") {
  StudyOptions options;
  parallel::set_threads(1);
  const Study one = study(synth2000(), options);
  CHECK(one.suggestion.k >= 2);
  CHECK(one.solutions.size() == 11);
  for (const unsigned threads : {2u, 3u}) {
    parallel::set_threads(threads);
    const Study other = study(synth2000(), options);
    CHECK(other.chosen.medoids == one.chosen.medoids);
    for (std::size_t s = 0; s < one.solutions.size(); ++s) {
      CHECK(other.solutions[s].quality.asw == one.solutions[s].quality.asw);
      CHECK(other.solutions[s].quality.hg == one.solutions[s].quality.hg);
    }
  }
  parallel::set_threads(0);
  options.keep_duplicates = true;
  const Study kept = study(synth2000(), options);
  CHECK(kept.suggestion.k == one.suggestion.k);
  CHECK(kept.chosen.cost == one.chosen.cost);
  CHECK(kept.cluster_of_person(kept.chosen) == one.cluster_of_person(one.chosen));
}

TEST_CASE("what cannot be clustered is refused before work starts") {
  Sequences same = select(synth2000(), {0, 0, 0, 0});
  CHECK_THROWS_WITH_AS(study(same, {}), doctest::Contains("all 4 sequences are identical"),
                       InputError);
  StudyOptions options;
  options.k = options.k_min = options.k_max = 5;
  CHECK_THROWS_WITH_AS(study(select(synth2000(), {0, 1, 2}), options),
                       doctest::Contains("5 clusters of 3 sequences"), InputError);
  options = {};
  options.memory = 1e6;
  CHECK_THROWS_WITH_AS(study(synth2000(), options), doctest::Contains("bytes"), InputError);
}

TEST_CASE("clusters of samples come within half a per cent of those of all for every seed") {
  StudyOptions options;
  options.k = options.k_min = options.k_max = 8;
  const double whole = study(synth2000(), options).chosen.cost;
  options.method = Method::clara;
  for (options.seed = 1; options.seed <= 5; ++options.seed) {
    const Study sampled = study(synth2000(), options);
    CHECK(sampled.chosen.cost >= 0.995 * whole); // both are local searches
    CHECK(sampled.chosen.cost <= 1.005 * whole);
    if (options.seed == 1)
      CHECK(study(synth2000(), options).chosen.medoids == sampled.chosen.medoids);
  }
}
