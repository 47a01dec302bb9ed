#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include <tiltak/core/parallel.hpp>
#include <tiltak/sequence/distance.hpp>
#include <tiltak/sequence/instructions.hpp>
#include <tiltak/sequence/linkage.hpp>

#include "golden.hpp"

using namespace tiltak;
using namespace tiltak::sequence;
using namespace tiltak::test;

namespace {

Dissimilarities of_points() {
  const Golden points("points300.csv");
  const std::size_t n = points.rows();
  std::vector<double> x, y, d;
  for (std::size_t i = 0; i < n; ++i) {
    x.push_back(points.number(i, "x"));
    y.push_back(points.number(i, "y"));
  }
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j)
      d.push_back(std::hypot(x[i] - x[j], y[i] - y[j]));
  return matrix(d);
}

bool same(const Tree& a, const Tree& b) {
  return std::equal(a.merges.begin(), a.merges.end(), b.merges.begin(), b.merges.end(),
                    [](const Merge& x, const Merge& y) {
                      return x.a == y.a && x.b == y.b && x.height == y.height;
                    });
}

} // namespace

TEST_CASE("trees of points without ties are those of fastcluster") {
  const Dissimilarities d = of_points();
  for (const char* method : {"ward.D", "ward.D2", "average", "complete", "single"}) {
    CAPTURE(method);
    const Golden golden(std::string("points300_") + method + ".csv");
    const Tree tree = agglomerate(d, std::vector<double>(d.size(), 1.0), *linkage_named(method));
    REQUIRE(tree.merges.size() == golden.rows());
    for (std::size_t t = 0; t < golden.rows(); ++t) {
      const RMerge m = r_merge(tree, t);
      CHECK(static_cast<double>(m.first) == golden.number(t, "merge1"));
      CHECK(static_cast<double>(m.second) == golden.number(t, "merge2"));
      check_near(tree.merges[t].height, golden.number(t, "height"), 1e-10);
    }
  }
}

TEST_CASE("heights of a tree of optimal matching are those of fastcluster") {
  const Distinct all = distinct(synth2000());
  DistanceOptions options;
  options.measure = Measure::om;
  options.costs = CostRule::trate;
  const Tree tree = agglomerate(distances(all.rows, options), all.rows.weights, Linkage::ward_d2);
  const Golden golden("om_trate_ward.D2_heights.csv");
  for (std::size_t t = 0; t < golden.rows(); ++t)
    check_near(tree.merges[tree.merges.size() - 1 - t].height, golden.number(t, "height"), 1e-11);
}

TEST_CASE("the tree of distinct sequences is the tree of all persons") {
  const Distinct all = distinct(synth2000());
  const Distinct each = undivided(synth2000());
  const Dissimilarities few = distances(all.rows, {}), many = distances(each.rows, {});
  for (const Linkage linkage :
       {Linkage::ward_d, Linkage::ward_d2, Linkage::average, Linkage::complete, Linkage::single}) {
    CAPTURE(name(linkage));
    const Tree from_few = of_persons(agglomerate(few, all.rows.weights, linkage), all);
    const Tree from_many = agglomerate(many, each.rows.weights, linkage);
    CHECK(same(from_few, from_many));
  }
}

TEST_CASE("heights of Ward sum to what the distances hold") {
  const Distinct all = distinct(synth2000());
  const Dissimilarities d = distances(all.rows, {});
  double sum = 0, squares = 0;
  for (std::size_t i = 0; i < d.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      const double w = all.rows.weights[i] * all.rows.weights[j];
      sum += w * d.at(i, j);
      squares += w * d.at(i, j) * d.at(i, j);
    }
  double heights = 0, squared_heights = 0;
  for (const Merge& m : agglomerate(d, all.rows.weights, Linkage::ward_d).merges)
    heights += m.height;
  for (const Merge& m : agglomerate(d, all.rows.weights, Linkage::ward_d2).merges)
    squared_heights += m.height * m.height;
  check_near(heights, 2 * sum / 2000, 1e-12);
  check_near(squared_heights, 2 * squares / 2000, 1e-12);
}

TEST_CASE("a tree is the same bits for any threads and instructions") {
  const Distinct all = distinct(synth2000());
  const Dissimilarities d = distances(all.rows, {});
  const Tree tree = agglomerate(d, all.rows.weights, Linkage::ward_d);
  for (const unsigned threads : {1u, 2u, 3u})
    for (const Instructions instructions : {Instructions::plain, Instructions::avx2}) {
      if (!available(instructions))
        continue;
      parallel::set_threads(threads);
      use(instructions);
      CHECK(same(tree, agglomerate(d, all.rows.weights, Linkage::ward_d)));
    }
  use(Instructions::best);
  parallel::set_threads(0);
}

TEST_CASE("of equally close pairs the earliest is joined") {
  const Dissimilarities d = matrix({0, 1, 1, 1, 1, 0, 1, 1, 1, 1, 0, 1, 1, 1, 1, 0});
  const Tree tree = agglomerate(d, {1, 1, 1, 1}, Linkage::average);
  CHECK(tree.merges[0].a == 0);
  CHECK(tree.merges[0].b == 1);
  CHECK(tree.merges[1].a == 4); // the cluster of 0 and 1 comes before 2
  CHECK(tree.merges[1].b == 2);
  CHECK(cut(tree, 2) == std::vector<std::uint32_t>{0, 0, 0, 1});
}

TEST_CASE("sums too large for 32 bits go on in doubles") {
  // Weights of half a million: sums pass 2^31 at the first merge.
  Distinct all = distinct(synth2000());
  const Dissimilarities d = distances(all.rows, {});
  const Tree small = agglomerate(d, all.rows.weights, Linkage::ward_d);
  for (double& w : all.rows.weights)
    w *= 64;
  const Tree large = agglomerate(d, all.rows.weights, Linkage::ward_d);
  for (std::size_t t = 0; t < small.merges.size(); ++t) {
    CHECK(small.merges[t].a == large.merges[t].a);
    CHECK(large.merges[t].height == 64 * small.merges[t].height);
  }
}
