// Description, discrepancy, stability, membership.
#include <doctest/doctest.h>

#include <cmath>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/core/draw.hpp>
#include <tiltak/sequence/description.hpp>
#include <tiltak/sequence/discrepancy.hpp>
#include <tiltak/sequence/individual.hpp>
#include <tiltak/sequence/membership.hpp>
#include <tiltak/sequence/spells.hpp>
#include <tiltak/sequence/stability.hpp>

#include "golden.hpp"

using namespace tiltak;
using namespace tiltak::sequence;
using namespace tiltak::test;

TEST_CASE("the description of 2000 sequences is TraMineR's") {
  const Distinct all = distinct(synth2000());
  const Description d = describe(all.rows, 2000);
  const Golden months("months.csv");
  for (std::size_t t = 0; t < months.rows(); ++t) {
    for (std::size_t s = 0; s < 6; ++s)
      check_near(d.months[t].share[s], months.number(t, std::to_string(s + 1)), 1e-13);
    check_near(d.months[t].entropy, months.number(t, "entropy"), 1e-12);
    CHECK(d.months[t].valid == months.number(t, "valid"));
  }
  const Golden states("states.csv");
  for (std::size_t s = 0; s < 6; ++s) {
    check_near(d.time[s].mean, states.number(s, "mean"), 1e-13);
    check_near(d.time[s].variance, states.number(s, "variance"), 1e-12);
    check_near(d.time[s].deviation, states.number(s, "sd"), 1e-12);
    check_near(d.time[s].error, states.number(s, "se"), 1e-12);
    for (std::size_t to = 0; to < 6; ++to)
      check_near(d.rates(s, to), states.number(s, "to" + std::to_string(to + 1)), 1e-13);
  }
}

TEST_CASE("each sequence is described as TraMineR does") {
  const Golden golden("individuals.csv");
  for (std::size_t i = 0; i < golden.rows(); ++i) {
    const Individual x = individual(synth2000(), i);
    check_near(x.entropy, golden.number(i, "seqient"), 1e-12);
    check_near(x.entropy_raw, golden.number(i, "seqient_raw"), 1e-12);
    check_near(x.turbulence, golden.number(i, "seqST"), 1e-12);
    check_near(x.turbulence_norm, golden.number(i, "seqST_norm"), 1e-12);
    check_near(x.complexity, golden.number(i, "seqici"), 1e-12);
    check_near(x.volatility, golden.number(i, "volatility"), 1e-12);
    CHECK(x.transitions == golden.number(i, "seqtransn"));
    CHECK(x.subsequences == golden.number(i, "seqsubsn"));
    CHECK(x.spells == golden.number(i, "nspells"));
    for (std::size_t s = 0; s < 6; ++s)
      CHECK(x.months[s] == golden.number(i, "months_" + std::to_string(s + 1)));
  }
}

TEST_CASE("spells are written as SPS") {
  Sequences s;
  s.alphabet = {"in", "out"};
  s.positions = 5;
  s.has_missing = true;
  s.codes = {0, 0, 1, 2, void_code};
  CHECK(spells_text(s, 0) == "(in,2)-(out,1)-(missing,1)");
}

TEST_CASE("with squared distances on a line discrepancy is analysis of variance") {
  // Values 1 2 3 | 4 6 8, groups of three: SS within 2 + 8, SS total 34, F = (24 / 1) / (10 / 4).
  const std::vector<double> x{1, 2, 3, 4, 6, 8};
  std::vector<double> d;
  for (const double a : x)
    for (const double b : x) d.push_back((a - b) * (a - b));
  Sequences s;
  s.alphabet = {"a", "b", "c", "d", "e", "f"};
  s.positions = 1;
  s.codes = {0, 1, 2, 3, 4, 5};
  const Distinct persons = distinct(s);
  const Attribute attribute{"group", {"p", "p", "p", "q", "q", "q"}};
  const Discrepancy found = discrepancy(matrix(d), persons, attribute, 999, 1);
  CHECK(found.f == doctest::Approx(9.6));
  CHECK(found.r2 == doctest::Approx(24.0 / 34.0));
  CHECK(found.total.discrepancy == doctest::Approx(34.0 / 6.0));
  CHECK(found.groups[1].discrepancy == doctest::Approx(8.0 / 3.0));
  // Of the 20 ways to choose three of six, two (this and its mirror) have so high an F.
  CHECK(found.p == doctest::Approx(0.1).epsilon(0.3));
  CHECK(discrepancy(matrix(d), persons, attribute, 999, 1).p == found.p);
  CHECK(std::isnan(discrepancy(matrix(d), persons, attribute, 0, 1).p));
  CHECK_THROWS_AS(discrepancy(matrix(d), persons, {"same", {6, "p"}}, 0, 1), InputError);
}

TEST_CASE("the adjusted Rand index of the textbook") {
  // Hubert and Arabie's formula by hand: pairs together in both 2, in a 7, in b 4, of 15.
  const Partition a{{0, 0, 0, 0, 1, 1}, 2}, b{{0, 0, 1, 1, 2, 2}, 3};
  const double expected = 7.0 * 3.0 / 15.0;
  CHECK(adjusted_rand_index(a, b, std::vector<double>(6, 1.0)) ==
        doctest::Approx((3.0 - expected) / ((7.0 + 3.0) / 2 - expected)));
  CHECK(adjusted_rand_index(a, a, std::vector<double>(6, 1.0)) == 1.0);
}

TEST_CASE("clear clusters are stable") {
  // Two kinds of persons, mostly in one state or mostly in the other, a tenth of the months astray.
  Sequences persons;
  persons.alphabet = {"a", "b"};
  persons.positions = 20;
  const Draws draws{5, 0};
  for (std::uint32_t i = 0; i < 200; ++i)
    for (std::int32_t month = 0; month < 20; ++month) {
      const bool astray = draws.uniform(PersonId{i}, month, Purpose::resample) < 0.1;
      persons.codes.push_back(static_cast<std::uint8_t>((i < 100) == astray));
    }
  StudyOptions options;
  options.k = options.k_min = options.k_max = 2;
  const Study s = study(persons, options);
  const auto indices = stability(s, options, 3, 1);
  REQUIRE(indices.size() == 3);
  for (const double index : indices) CHECK(index > 0.95);
  CHECK(stability(s, options, 3, 1) == indices);
}

TEST_CASE("clusters by attribute") {
  const Partition p{{0, 0, 1, 1}, 2};
  const auto lines = membership({"sex", {"f", "m", "m", "m"}}, p, {1, 2, 3, 4});
  REQUIRE(lines.size() == 4);
  CHECK(lines[0].share_of_value == 1.0); // f in cluster 1
  CHECK(lines[2].weight == 2.0); // m in cluster 1
  CHECK(lines[3].share_of_value == doctest::Approx(7.0 / 9.0));
  CHECK(lines[3].share_of_cluster == 1.0);
}
