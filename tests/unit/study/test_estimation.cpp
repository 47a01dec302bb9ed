// A coarse estimation lowers the loss, and one that was stopped goes on with the same bits.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <optional>

#include <unistd.h>

#include <tiltak/core/parallel.hpp>
#include <tiltak/scenario/plan.hpp>
#include <tiltak/scenario/resolve.hpp>
#include <tiltak/study/estimation.hpp>
#include <tiltak/study/estimation_state.hpp>

namespace tiltak::study {
namespace {

const std::filesystem::path scenarios = std::filesystem::path(TILTAK_SOURCE_DIR) / "scenarios";

// The shipped targets, few months and persons, and priors of which only some are free.
struct Coarse {
  std::vector<Target> targets;
  scenario::ParameterFile start;
  std::optional<scenario::Values> values;

  explicit Coarse(const std::string& scale, const std::vector<std::string>& free) {
    Diagnostics diagnostics;
    const scenario::EvidenceBase evidence(scenarios / "evidence", diagnostics);
    auto file = read_targets(scenarios / "baseline/targets.yaml", evidence, diagnostics);
    targets = file.targets;
    std::erase_if(targets, [](const Target& target) { return target.is_effect(); });
    start = scenario::read_parameters(file.priors, diagnostics);
    scenario::Change change;
    change.measures = scenario::measure_ids();
    change.assignments = {{"--scale", "population.scale", scale}};
    values = scenario::resolve(scenarios / "baseline/norway.yaml", change, diagnostics);
    REQUIRE_MESSAGE(diagnostics.empty(), to_string(diagnostics));
    for (auto& entry : start.entries) {
      entry.value = entry.prior;
      if (std::find(free.begin(), free.end(), entry.name) == free.end()) entry.width = 0;
    }
  }
};

const std::vector<std::string> some{
    "hazard.full_none.none_unemployed.base", "hazard.none_unemployed.none_none.base",
    "hazard.none_unemployed.full_none.base", "hazard.none_unemployed.part_none.base",
    "hazard.none_none.none_unemployed.base", "hazard.none_none.full_none.base",
    "hazard.none_none.part_none.base"};

TEST_CASE("a coarse estimation lowers the loss by a fifth or more") {
  const Coarse coarse("0.003", some);
  EstimationOptions options;
  options.most_rounds = 2;
  options.posterior = true;
  Estimation estimation(*coarse.values, coarse.start, coarse.targets, options);
  const Estimate result = estimation.run(silent(), [](const EstimationState&) {});
  MESSAGE("loss ", result.loss_after, " from ", result.loss_before);
  CHECK(result.loss_after < 0.8 * result.loss_before);
  CHECK(result.covariance.size() == some.size());
  for (const std::size_t i : result.free) {
    const auto& e = result.parameters.entries[i];
    CHECK(e.sd > 0);
    CHECK(e.sd <= 1.001 * e.width); // targets only ever add knowledge
  }
}

TEST_CASE("a stopped estimation goes on with the same bits for any number of threads") {
  const Coarse coarse("0.002", {some[0], some[1]});
  EstimationOptions options;
  options.most_rounds = 2;
  options.posterior = false;
  options.enough = 0; // both rounds are run
  const auto path = std::filesystem::temp_directory_path() /
                    ("tiltak-state-" + std::to_string(::getpid()) + ".yaml");
  Estimation estimation(*coarse.values, coarse.start, coarse.targets, options);
  parallel::set_threads(1);
  std::optional<EstimationState> first;
  const Estimate whole = estimation.run(silent(), [&](const EstimationState& state) {
    if (!first) first = state;
  });
  REQUIRE(first);
  REQUIRE_FALSE(first->finished);
  write_state(path, *first);
  Diagnostics diagnostics;
  const EstimationState read = read_state(path, diagnostics);
  std::filesystem::remove(path);
  REQUIRE_MESSAGE(diagnostics.empty(), to_string(diagnostics));
  parallel::set_threads(3);
  const Estimate resumed = estimation.run(silent(), [](const EstimationState&) {}, &read);
  parallel::set_threads(0);
  CHECK(resumed.loss_after == whole.loss_after);
  CHECK(resumed.simulations == whole.simulations);
  for (const std::size_t i : whole.free)
    CHECK(resumed.parameters.entries[i].value == whole.parameters.entries[i].value);
  EstimationState other = read;
  other.inputs = "0";
  CHECK_THROWS_AS(estimation.run(silent(), [](const EstimationState&) {}, &other), InputError);
  EstimationState damaged = read;
  damaged.slopes.pop_back();
  CHECK_THROWS_AS(estimation.run(silent(), [](const EstimationState&) {}, &damaged), InputError);
}

TEST_CASE("the slopes of a smaller scale serve in place of the first design") {
  const Coarse small("0.002", some), large("0.004", some);
  EstimationOptions options;
  options.most_rounds = 1;
  options.posterior = false;
  std::optional<EstimationState> slopes;
  const Estimate first = Estimation(*small.values, small.start, small.targets, options)
                             .run(silent(), [&](const EstimationState& s) { slopes = s; });
  REQUIRE(slopes);
  options.slopes_of = &*slopes;
  const Estimate second = Estimation(*large.values, large.start, large.targets, options)
                              .run(silent(), [](const EstimationState&) {});
  CHECK(second.simulations < first.simulations);
  CHECK(std::any_of(second.free.begin(), second.free.end(), [&](std::size_t i) {
    return second.parameters.entries[i].value != large.start.entries[i].value;
  }));
  const Coarse other("0.004", {some[0], some[1]});
  CHECK_THROWS_AS(Estimation(*other.values, other.start, other.targets, options)
                      .run(silent(), [](const EstimationState&) {}),
                  InputError);
}

} // namespace
} // namespace tiltak::study
