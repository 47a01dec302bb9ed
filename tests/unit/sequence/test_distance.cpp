#include <doctest/doctest.h>

#include <map>
#include <numeric>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/core/parallel.hpp>
#include <tiltak/sequence/distance.hpp>
#include <tiltak/sequence/instructions.hpp>

#include <synthetic_sequences.hpp>

#include "golden.hpp"

using namespace tiltak;
using namespace tiltak::sequence;
using namespace tiltak::test;

namespace {

DistanceOptions of(Measure measure, Norm norm = Norm::none) {
  DistanceOptions o;
  o.measure = measure;
  o.norm = norm;
  return o;
}

DistanceOptions om(CostRule costs, double indel = 0, Norm norm = Norm::none) {
  DistanceOptions o = of(Measure::om, norm);
  o.costs = costs;
  if (indel > 0)
    o.indel = indel;
  return o;
}

DistanceOptions spells(double expansion) {
  DistanceOptions o = of(Measure::omspell);
  o.expansion = expansion;
  return o;
}

DistanceOptions intervals(Measure measure, std::size_t step) {
  DistanceOptions o = of(measure);
  o.step = step;
  return o;
}

const std::map<std::string, DistanceOptions>& named() {
  static const std::map<std::string, DistanceOptions> all{
      {"LCS", of(Measure::lcs)},
      {"LCS_auto", of(Measure::lcs, Norm::automatic)},
      {"LCS_maxlength", of(Measure::lcs, Norm::maxlength)},
      {"LCS_maxdist", of(Measure::lcs, Norm::maxdist)},
      {"LCS_YujianBo", of(Measure::lcs, Norm::yujian_bo)},
      {"OM_const2_indel1.5", om(CostRule::constant, 1.5)},
      {"OM_const2_indel1.5_auto", om(CostRule::constant, 1.5, Norm::automatic)},
      {"OM_trate_indelauto", om(CostRule::trate)},
      {"OM_trate_indel1", om(CostRule::trate, 1)},
      {"HAM", of(Measure::hamming)},
      {"HAM_auto", of(Measure::hamming, Norm::automatic)},
      {"DHD", of(Measure::dhd)},
      {"LCP", of(Measure::lcp)},
      {"RLCP", of(Measure::rlcp)},
      {"LCP_auto", of(Measure::lcp, Norm::automatic)},
      {"EUCLID_step1", of(Measure::euclid)},
      {"EUCLID_full", intervals(Measure::euclid, 60)},
      {"CHI2_step1", of(Measure::chi2)},
      {"CHI2_full", intervals(Measure::chi2, 60)},
      {"OMspell_e0.5", spells(0.5)},
      {"OMspell_e0", spells(0)}};
  return all;
}

// Sequences of letters; a space is void.
Sequences letters(const std::vector<std::string>& rows) {
  Sequences s;
  s.alphabet = {"a", "b", "c"};
  s.positions = rows[0].size();
  for (const std::string& row : rows)
    for (const char c : row)
      s.codes.push_back(c == ' ' ? void_code : static_cast<std::uint8_t>(c - 'a'));
  return s;
}

double weighted_total(const Dissimilarities& d, const Distinct& all) {
  double sum = 0;
  for (std::size_t i = 0; i < d.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      sum += all.rows.weights[i] * all.rows.weights[j] * d.at(i, j);
  return sum;
}

} // namespace

TEST_CASE("distances of 2000 sequences are those of TraMineR") {
  const Distinct all = distinct(synth2000());
  REQUIRE(all.rows.size() == 1293);
  const Golden cells("distances.csv");
  const Golden sums("distance_sums.csv");
  std::size_t cell = 0;
  for (std::size_t m = 0; m < sums.rows(); ++m) {
    const std::string name = sums.text(m, "distance");
    CAPTURE(name);
    const Dissimilarities d = distances(all.rows, named().at(name));
    // Two million terms, added in another order than R's.
    check_near(weighted_total(d, all), sums.number(m, "sum"), 1e-11);
    check_near(largest(d), sums.number(m, "largest"), 1e-12);
    for (; cell < cells.rows() && cells.text(cell, "distance") == name; ++cell) {
      const std::uint32_t i = all.of[static_cast<std::size_t>(cells.number(cell, "row")) - 1];
      const std::uint32_t j = all.of[static_cast<std::size_t>(cells.number(cell, "column")) - 1];
      check_near(d.at(i, j), cells.number(cell, "d"), 1e-12);
    }
  }
  CHECK(cell == cells.rows());
}

TEST_CASE("kernels give the same bits with every set of instructions and number of threads") {
  std::vector<std::uint32_t> some(301); // no multiple of a block
  std::iota(some.begin(), some.end(), 0u);
  const Sequences rows = select(distinct(synth2000()).rows, some);
  for (const DistanceOptions& options : {of(Measure::lcs), om(CostRule::trate)}) {
    use(Instructions::plain);
    parallel::set_threads(1);
    const Dissimilarities plain = distances(rows, options);
    for (const Instructions instructions : {Instructions::avx2, Instructions::avx512})
      for (const unsigned threads : {1u, 2u, 3u}) {
        if (!available(instructions))
          continue;
        use(instructions);
        parallel::set_threads(threads);
        const Dissimilarities other = distances(rows, options);
        std::size_t different = 0;
        for (std::size_t i = 0; i < rows.size(); ++i)
          for (std::size_t j = 0; j < rows.size(); ++j)
            different += plain.at(i, j) != other.at(i, j);
        CHECK(different == 0);
      }
  }
  use(Instructions::best);
  parallel::set_threads(0);
}

TEST_CASE("unequal lengths count what is longer") {
  const Sequences s = letters({"abc ", "abca", "c   ", "abc "});
  const Dissimilarities lcs = distances(s, of(Measure::lcs));
  CHECK(lcs.at(0, 1) == 1); // 3 + 4 - 2 * 3
  CHECK(lcs.at(0, 2) == 2); // 3 + 1 - 2 * 1
  CHECK(lcs.at(1, 2) == 3);
  CHECK(lcs.at(0, 3) == 0);
  CHECK(distances(s, om(CostRule::constant, 1.5)).at(0, 1) == 1.5);
  CHECK(distances(s, of(Measure::lcp)).at(1, 2) == 5);
  CHECK(distances(s, of(Measure::rlcp)).at(0, 2) == 2);
  // Yujian and Bo: 2 d / (d + (p + q) indel)
  CHECK(distances(s, om(CostRule::constant, 1.5, Norm::yujian_bo)).at(0, 1) ==
        doctest::Approx(2 * 1.5 / (1.5 + 7 * 1.5)));
  CHECK_THROWS_AS(check(of(Measure::hamming), s), InputError);
}

TEST_CASE("long sequences need several words and agree with optimal matching") {
  Sequences s = letters({std::string(200, 'a'), std::string(100, 'a') + std::string(100, 'b'),
                         std::string(64, 'b') + std::string(136, 'c'),
                         std::string(65, 'c') + std::string(70, 'a') + std::string(65, ' ')});
  const Dissimilarities lcs = distances(s, of(Measure::lcs));
  DistanceOptions costs = om(CostRule::given, 1.0);
  // A hair's breadth off two indels: the dynamic programme runs in place of the bits.
  costs.given = {0, 2 - 1e-13, 2, 2 - 1e-13, 0, 2, 2, 2, 0};
  const Dissimilarities alignment = distances(s, costs);
  for (std::size_t i = 0; i < s.size(); ++i)
    for (std::size_t j = 0; j < s.size(); ++j)
      CHECK(lcs.at(i, j) == doctest::Approx(alignment.at(i, j)).epsilon(1e-9));
  CHECK(lcs.at(0, 1) == 200);
}

TEST_CASE("a missing value is a state of its own") {
  Sequences s = letters({"aab", "aaa"});
  s.has_missing = true;
  s.codes[2] = 3; // the missing value comes after the alphabet
  CHECK(distances(s, of(Measure::lcs)).at(0, 1) == 2);
  CHECK(distances(s, om(CostRule::trate)).at(0, 1) == doctest::Approx(2));
}
