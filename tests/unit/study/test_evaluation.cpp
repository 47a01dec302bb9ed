#include <cmath>

#include <doctest/doctest.h>

#include <tiltak/study/evaluation.hpp>
#include <tiltak/study/studies.hpp>

#include "small_plan.hpp"

using namespace tiltak;
using study::Finding;

namespace {

constexpr std::size_t training = 0, follow_up = 1, month_12 = 1;

Plan studied(std::uint32_t replications) {
  Plan plan = small_plan(40'000, 48);
  plan.replications = replications;
  plan.evaluation.start = plan.start;
  plan.evaluation.window = 12;
  plan.evaluation.tail = 36;
  for (auto& m : plan.measures) m.subsidised = false, m.retention = 0;
  return plan;
}

} // namespace

// Twins share every draw, so a measure that does nothing differs from none in nothing: no
// tolerance. The study has one: with weights that registers show in full, the matched difference is
// within its own 99.9 % interval (Student's t with 5 degrees of freedom, 6.87) of zero.
TEST_CASE("a placebo has no effect and a study that sees all selection finds none") {
  Plan plan = studied(6);
  for (auto& m : plan.measures) m.lock_in = m.effect = m.sigma = 0;
  const auto evaluation = study::evaluate({plan}, silent());
  for (std::size_t h = 0; h < study::horizons.size(); ++h) {
    CHECK(evaluation.spread(&Finding::twin, training, 0, h).mean == 0);
    CHECK(evaluation.spread(&Finding::direct, training, 0, h).mean == 0);
    const auto matched = evaluation.spread(&Finding::matched, follow_up, 0, h);
    CHECK(std::abs(matched.mean) < *matched.half_width / 2.571 * 6.87);
  }
}

TEST_CASE("selection on what registers do not show is taken for an effect") {
  Plan plan = studied(6);
  for (auto& m : plan.measures) m.lock_in = m.effect = m.sigma = 0;
  for (auto& propensity : plan.propensity) propensity.weak = 2.5; // poor prospects first
  const auto evaluation = study::evaluate({plan}, silent());
  CHECK(evaluation.spread(&Finding::twin, training, 0, month_12).mean == 0);
  const auto bias = evaluation.bias(training, 0, month_12);
  CHECK(bias.mean + *bias.half_width < 0);
}

TEST_CASE("the twin's difference finds an effect that is there") {
  Plan plan = studied(2);
  for (auto& m : plan.measures) m.lock_in = 0, m.effect = 1, m.decay = 0;
  const auto evaluation = study::evaluate({plan}, silent());
  CHECK(evaluation.spread(&Finding::twin, training, 0, month_12).mean > 3);
  // A study's horizon is an average over horizons, of any job.
  study::Target study, nobody, moment;
  study.id = "effect.training.average", study.value = 4.7;
  nobody.id = "effect.ips.average", moment.id = "stock.unemployed";
  const auto beside = study::beside_studies(evaluation, plan, {study, nobody, moment});
  REQUIRE(beside.size() == 1);
  double average = 0, found = 0;
  for (const std::size_t h : {1u, 2u, 3u}) {
    average += evaluation.spread(&Finding::twin, training, 1, h).mean / 3;
    found += evaluation.spread(&Finding::matched, training, 1, h).mean / 3;
  }
  CHECK(beside[0].truth.mean == doctest::Approx(average));
  CHECK(beside[0].matched.mean == doctest::Approx(found));
}

TEST_CASE("draws of the parameters are told apart from seeds") {
  Plan weak = studied(3);
  for (auto& m : weak.measures) m.lock_in = 0, m.effect = 0, m.sigma = 0;
  Plan strong = weak;
  for (auto& m : strong.measures) m.effect = 1, m.decay = 0;
  const auto both = study::evaluate({weak, strong}, silent());
  const auto alone = study::evaluate({strong}, silent());
  REQUIRE(both.replications.size() == 6);
  // The mean of both is half of the strong one's, since the weak one has no effect at all.
  const auto mean = both.spread(&Finding::twin, training, 0, month_12).mean;
  CHECK(
      mean ==
      doctest::Approx(alone.spread(&Finding::twin, training, 0, month_12).mean / 2).epsilon(0.02));
  const auto sources = both.sources(&Finding::twin, training, 0, month_12);
  CHECK(sources.parameters > sources.seed);
}
