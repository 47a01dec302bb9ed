#include <cmath>

#include <doctest/doctest.h>

#include <tiltak/study/moments.hpp>

#include "baseline.hpp"

using namespace tiltak;

TEST_CASE("the baseline reproduces the facts together") {
  const study::TargetFile targets = baseline_targets();
  const study::Moments moments = study::simulate_moments(baseline("5 %"));
  double squares = 0;
  for (const Fact& fact : facts_together) {
    CAPTURE(std::string(fact.target));
    const study::Target* target = find_target(targets, fact.target);
    REQUIRE(target != nullptr);
    REQUIRE(moments.count(fact.target) == 1);
    const double gap = (moments.at(fact.target) - target->value) / target->width;
    MESSAGE(std::string(fact.target)
            << ": published " << target->value << " and simulated " << moments.at(fact.target));
    CHECK(std::abs(gap) < 4);
    squares += gap * gap;
  }
  // Root mean square of the gaps.
  CHECK(std::sqrt(squares / std::size(facts_together)) < 2);
}
