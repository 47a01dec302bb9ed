// The search in small: rules of equal present value, judged on seeds that they were not chosen on.
#include <fstream>

#include <doctest/doctest.h>

#include <tiltak/study/optimisation.hpp>

using namespace tiltak;

TEST_CASE("rules are chosen on some seeds and judged on others") {
  std::ofstream("searched.yaml")
      << "name: {nb: a, en: a}\nseed: 7\npopulation: {scale: 0.003, burn_in_months: 12}\n"
         "evaluation: {window_months: 24, tail_months: 12}\n"
         "cycle: {kind: sinusoid, amplitude: 4 %, period_months: 24 months}\n";
  const study::Variant scenario("searched.yaml", {});
  study::OptimisationOptions options;
  options.select = 1;
  options.report = 2;
  options.phases = 1;
  options.evaluations = 2;
  const auto optimum = study::optimise(scenario, options, silent());
  REQUIRE(optimum.frontier.size() == 7);
  // The first rule is the scenario's own: it differs from it in nothing, on any seed.
  CHECK(optimum.frontier[0].selected == 0);
  CHECK(optimum.frontier[0].reported.mean == 0);
  CHECK(optimum.frontier[0].level == 1);
  CHECK(optimum.evaluations >= 7 + 2);
  CHECK(optimum.best.is_solved);
  for (const auto& candidate : optimum.frontier) CHECK(optimum.best.selected >= candidate.selected);
  study::Optimum own;
  own.best = optimum.frontier[0];
  CHECK(!own.is_better()); // nothing is no gain
}
