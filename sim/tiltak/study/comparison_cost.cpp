#include <tiltak/study/comparison_cost.hpp>

#include <algorithm>

#include <fmt/format.h>

#include <tiltak/engine/needs.hpp>
#include <tiltak/study/sign_map.hpp>

namespace tiltak::study {
namespace {

constexpr double usual_tries = 5;

double seconds(Plan plan, bool stocks_only, bool window_only) {
  plan.evaluation.stocks_only = stocks_only;
  if (window_only) plan.months = plan.evaluation.start - plan.start + plan.evaluation.window;
  plan.replications = 1;
  return needs(plan, false).core_seconds;
}

} // namespace

ComparisonCost cost_of(const Variant& first, const Variant& second,
                       const ComparisonOptions& options) {
  const Pairing pairing(first, second, options.phases);
  const std::uint64_t phases = pairing.phases(), all = pairing.replications() * phases;
  const auto draws = static_cast<std::uint64_t>(pairing.draws());
  const auto at_most = [&](int wished) {
    return std::min<std::uint64_t>(static_cast<std::uint64_t>(std::max(0, wished)),
                                   pairing.replications());
  };
  std::uint64_t solved = 0;
  for (const std::string& kind : options.equal) solved += kind != "as_given";
  if (options.equal.empty()) solved = pairing.rules_differ();
  const std::uint64_t equalities = std::max<std::size_t>(1, options.equal.size());
  const std::uint64_t each = phases * draws, explained = at_most(options.part_replications),
                      mapped = at_most(options.map_replications);
  constexpr std::uint64_t cells = 2 * 3 * map_displacements.size();
  const std::uint64_t displacements = mapped > 0 ? 2 * map_displacements.size() : 0;
  const std::uint64_t turned = pairing.has_frictions(); // gamma, where there is one, is once more
  ComparisonCost cost;
  cost.headline = equalities * all * draws;
  cost.a_try = solved * all * draws;
  cost.why = explained * each * (turned + 2); // each scenario against none besides
  cost.map = mapped * each * (cells + 1) + displacements; // the other matching function besides
  const Plan plan = first.plans({}).front();
  const double whole = seconds(plan, false, false), stocks = seconds(plan, true, false);
  const auto n = [](std::uint64_t count) { return static_cast<double>(count); };
  cost.core_seconds = whole * n(cost.headline + 2 * explained * each + displacements) +
                      stocks * n(explained * each * turned + mapped * each * (cells + 1)) +
                      seconds(plan, true, true) * usual_tries * n(cost.a_try);
  return cost;
}

std::string in_words(const ComparisonCost& cost) {
  std::string text = fmt::format("simulations: {} for the headline", cost.headline);
  if (cost.a_try > 0) text += fmt::format(", {} for each try of the level", cost.a_try);
  if (cost.why > 0) text += fmt::format(", {} for why (--why)", cost.why);
  if (cost.map > 0) text += fmt::format(", {} for the sign map (--map)", cost.map);
  return text + fmt::format("; about {:.0f} s of one core", std::max(1.0, cost.core_seconds));
}

} // namespace tiltak::study
