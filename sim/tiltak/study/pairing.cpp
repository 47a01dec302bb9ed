#include <tiltak/study/pairing.hpp>

#include <algorithm>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/core/part_of.hpp>

namespace tiltak::study {
namespace {

constexpr double close_enough = 0.001; // of what is made equal
constexpr int most_rounds = 16;

// What is made equal, of one side.
double amount(const std::string& kind, const std::array<Side, worths>& side) {
  if (kind == "spent") return side[discounted].balance.spending;
  if (kind == "place_months") return side[undiscounted].place_months;
  return side[discounted].appropriated;
}

} // namespace

Pairing::Pairing(const Variant& first, const Variant& second, int phases, Seeds seeds)
    : first_(first), second_(second), phases_(first.phases(phases)), seeds_(seeds) {
  const Plan a = first.plan({}), b = second.plan({});
  require_same_ground(first, a, second, b);
  if (seeds_.count == 0) seeds_.count = a.replications;
  if (first.values().choice("cycle.kind") != "sinusoid") return;
  const std::int64_t period = first.values().integer("cycle.period_months");
  if (a.evaluation.window % period == 0) return;
  Diagnostics diagnostics;
  diagnostics.add(first.values().error(
      "evaluation.window_months",
      fmt::format("a comparison is over a whole number of cycles of {} months", period),
      fmt::format("{} months", period)));
  throw InputError(diagnostics);
}

bool Pairing::rules_differ() const {
  return first_.values().choice("budget.rule") != second_.values().choice("budget.rule");
}

bool Pairing::first_is_solved() const { return first_.values().choice("budget.rule") != "stable"; }

std::vector<Pairing::Plans> Pairing::plans(double level, const Keys& keys,
                                           const Change& change) const {
  std::vector<Plans> plans;
  for (const Keys& phase : phases_) {
    Keys first = phase, second = phase;
    for (Keys* side : {&first, &second}) side->insert(side->end(), keys.begin(), keys.end());
    if (level != 1)
      (first_is_solved() ? first : second)
          .push_back((first_is_solved() ? first_ : second_).level(level));
    Plans one{first_.plan(first), second_.plan(second), {}};
    one.valuation = valuation(first_.values(), one.first);
    if (change) change(one.first), change(one.second);
    plans.push_back(std::move(one));
  }
  return plans;
}

std::vector<ContrastResult> Pairing::run(const std::vector<Plans>& plans, const Progress& progress,
                                         std::uint32_t most) const {
  std::vector<ContrastResult> results(std::min(seeds_.count, most));
  std::uint64_t part = 0;
  for (std::uint32_t r = 0; r < results.size(); ++r)
    for (const Plans& one : plans)
      results[r].add(
          run_contrast(one.first, &one.second, seeds_.first + r, one.valuation,
                       part_of(progress, "comparing", part++, results.size() * plans.size())),
          1.0 / static_cast<double>(plans.size()));
  return results;
}

std::vector<ContrastResult> Pairing::run_for_level(const std::string& kind, double level,
                                                   const Progress& progress) const {
  const auto all = plans(level);
  if (kind != "present_value") return run(all, progress);
  std::vector<ContrastResult> results(seeds_.count);
  std::uint64_t part = 0;
  for (std::uint32_t r = 0; r < seeds_.count; ++r)
    for (const Plans& one : all)
      results[r].add(
          run_window(one.first, one.second, seeds_.first + r, one.valuation,
                     part_of(progress, "budget level", part++, results.size() * all.size())),
          1.0 / static_cast<double>(all.size()));
  return results;
}

double Pairing::gap(const std::string& kind, const std::vector<ContrastResult>& results) {
  double first = 0, second = 0;
  for (const ContrastResult& result : results) {
    first += amount(kind, result.side[0]);
    second += amount(kind, result.side[1]);
  }
  return second == 0 ? 0 : first / second - 1;
}

// On the logarithm of the level, to which that of what is made equal is nearly proportional: steps
// of the whole gap until it has been on both sides, then between the nearest on each. Unemployment
// answers to the level person by person, so in a small population the gap moves in small jumps.
double Pairing::solve_level(const std::string& kind, const Progress& progress) const {
  if (kind == "as_given") return 1;
  const double sign = first_is_solved() ? 1 : -1;
  std::optional<double> below, above; // levels with a gap on either side
  double at = 0, least = INFINITY;
  for (int round = 0; round < most_rounds; ++round) {
    const Progress round_progress =
        part_of(progress, fmt::format("budget level, try {}", round + 1), 0, 1);
    const double gap = this->gap(kind, run_for_level(kind, std::exp(at), round_progress));
    if (std::abs(gap) < close_enough) return std::exp(at);
    least = std::min(least, std::abs(gap));
    const double high = sign * std::log1p(gap);
    (high > 0 ? above : below) = at;
    const bool strayed = below && above && *below >= *above; // a jump: the bracket says nothing
    if (below && above && !strayed)
      at = (*below + *above) / 2;
    else
      at -= high * (strayed ? 0.5 : 1);
  }
  throw RunError(
      fmt::format("no level was found that makes '{}' the same for both within {:.1f} %; "
                  "the nearest differs by {:.2f} % (a larger population.scale or more "
                  "replications make it smoother)",
                  kind, 100 * close_enough, 100 * least));
}

} // namespace tiltak::study
