// The search in small: rules of equal present value, judged on seeds that they were not chosen on.
#include <fstream>

#include <doctest/doctest.h>

#include <tiltak/core/diagnostic.hpp>
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
  // Two mixes by phase, and the rules of allocation beside the scenario's own.
  REQUIRE(optimum.others.size() == 2 + 6);
  CHECK(optimum.evaluations >= 7 + 8 + 2);
  CHECK(optimum.best.is_solved);
  for (const auto* tried : {&optimum.frontier, &optimum.others})
    for (const auto& candidate : *tried) CHECK(optimum.best.selected >= candidate.selected);
  study::Optimum own;
  own.best = optimum.frontier[0];
  CHECK(!own.is_better()); // nothing is no gain
}

TEST_CASE("a rule is not judged on the draws of the parameters that it was chosen on") {
  const auto searched =
      [](const std::string& name, const char* draws, int evaluations) {
        std::ofstream(name + ".csv") << "draw,parameter,value\n" << draws;
        std::ofstream(name + ".yaml")
            << "name: {nb: a, en: a}\nseed: 7\npopulation: {scale: 0.002, burn_in_months: 12}\n"
               "evaluation: {window_months: 12, tail_months: 12}\nparameters: {draws: "
            << name << ".csv}\n";
        study::OptimisationOptions options;
        options.select = 1;
        options.report = 2;
        options.phases = 1;
        options.evaluations = evaluations;
        return study::optimise(study::Variant(name + ".yaml", {}), options, silent());
      };
  CHECK_THROWS_AS(searched("one_draw", "0,market.lapse,0.1\n", 0), InputError);
  // The second half of the draws, in which measures do more, moves the judgement alone.
  const auto a = searched("a", "0,market.lapse,0.1\n1,measure.every.effect,0.1\n", 0);
  const auto b = searched("b", "0,market.lapse,0.1\n1,measure.every.effect,1.5\n", 0);
  bool moved = false;
  for (std::size_t k = 0; k < a.others.size(); ++k) {
    CHECK(a.others[k].selected == b.others[k].selected);
    moved = moved || a.others[k].reported.mean != b.others[k].reported.mean;
  }
  CHECK(moved);
}
