#include <tiltak/study/studies.hpp>

#include <cmath>

#include <tiltak/study/course.hpp>
#include <tiltak/study/effect_moments.hpp>

namespace tiltak::study {
namespace {

std::vector<Moments> moments_of(const Evaluation& evaluation, const Plan& plan,
                                double Finding::* number) {
  std::vector<Moments> all(evaluation.replications.size());
  for (std::size_t r = 0; r < all.size(); ++r)
    add_effect_moments(evaluation.replications[r], plan, number, all[r]);
  return all;
}

// Runs in which nobody took part are left out, as in Evaluation::spread.
compare::Spread spread(const std::vector<Moments>& runs, const std::string& id,
                       const std::vector<std::int32_t>& draws) {
  std::vector<double> values;
  std::vector<std::int32_t> kept;
  int seed = 0, last = 0; // counted from 1
  for (std::size_t r = 0; r < runs.size(); ++r) {
    seed += draws[r] == 0;
    const double value = runs[r].at(id);
    if (!std::isfinite(value)) continue;
    values.push_back(value);
    kept.push_back(seed == last ? 1 : 0); // 0 opens a round of draws
    last = seed;
  }
  return compare::spread_of(by_seed(values, kept));
}

} // namespace

std::vector<StudiedEffect> beside_studies(const Evaluation& evaluation, const Plan& plan,
                                          const std::vector<Target>& targets) {
  const auto truth = moments_of(evaluation, plan, &Finding::twin);
  const auto matched = moments_of(evaluation, plan, &Finding::matched);
  const auto& draws = evaluation.headlines.draws();
  std::vector<StudiedEffect> effects;
  for (const Target& target : targets) {
    if (!target.is_effect() || truth.empty() || !truth.front().contains(target.id)) continue;
    if (!std::isfinite(truth.front().at(target.id))) continue;
    effects.push_back({target, spread(truth, target.id, draws), spread(matched, target.id, draws)});
  }
  return effects;
}

} // namespace tiltak::study
