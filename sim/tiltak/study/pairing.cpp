#include <tiltak/study/pairing.hpp>

#include <algorithm>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/core/part_of.hpp>
#include <tiltak/scenario/fields.hpp>

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

Pairing::Keys all_frictions(const char* state) {
  Pairing::Keys keys;
  for (const scenario::Field& field : scenario::fields())
    if (field.path == "frictions.<id>")
      for (const scenario::Option& id : field.ids)
        keys.emplace_back("frictions." + std::string(id.name), state);
  return keys;
}

Pairing::Pairing(const Variant& first, const Variant& second, int phases, Luck luck)
    : first_(first), second_(second), phases_(first.phases(phases)), luck_(luck) {
  const auto plans_a = first.plans({}), plans_b = second.plans({});
  require_same_ground(first, plans_a, second, plans_b);
  const Plan& a = plans_a.front();
  if (luck_.count == 0) luck_.count = a.replications;
  if (luck_.draws == 0) luck_.draws = plans_a.size() - luck_.first_draw;
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

bool Pairing::has_frictions() const {
  for (const Variant* side : {&first_, &second_})
    for (const auto& [key, state] : all_frictions("on"))
      if (side->values().is_on(key)) return true;
  return false;
}

std::vector<Pairing::Plans> Pairing::plans(double level, const Keys& keys,
                                           const Change& change) const {
  std::vector<Plans> plans(luck_.draws * phases_.size());
  for (std::size_t k = 0; k < phases_.size(); ++k) {
    const Keys& phase = phases_[k];
    Keys first = phase, second = phase;
    for (Keys* side : {&first, &second}) side->insert(side->end(), keys.begin(), keys.end());
    if (level != 1)
      (first_is_solved() ? first : second)
          .push_back((first_is_solved() ? first_ : second_).level(level));
    auto firsts = first_.plans(first), seconds = second_.plans(second);
    for (std::size_t d = 0; d < luck_.draws; ++d) {
      Plans& one = plans[d * phases_.size() + k];
      one.first = std::move(firsts[luck_.first_draw + d]);
      one.second = std::move(seconds[luck_.first_draw + d]);
      one.valuation = valuation(first_.values(), one.first);
      if (change) change(one.first), change(one.second);
    }
  }
  return plans;
}

std::vector<ContrastResult> Pairing::means(const std::vector<Plans>& plans, std::uint32_t most,
                                           Run simulate, const Progress& progress) const {
  std::vector<ContrastResult> results(std::min(luck_.count, most));
  std::uint64_t part = 0;
  for (std::uint32_t r = 0; r < results.size(); ++r)
    for (const Plans& one : plans)
      results[r].add(
          simulate({one.first, &one.second, one.valuation}, luck_.first + r,
                   part_of(progress, "comparing", part++, results.size() * plans.size())),
          1.0 / static_cast<double>(plans.size()));
  return results;
}

std::vector<ContrastResult> Pairing::run_each(const std::vector<Plans>& plans,
                                              const Progress& progress, const Filing& file,
                                              Run simulate) const {
  const std::size_t phases = phases_.size(), draws = luck_.draws;
  std::vector<std::unique_ptr<FileRecorder>> files(phases);
  for (std::size_t k = 0; k < phases && file; ++k) files[k] = file(plans[k].first, k);
  std::vector<ContrastResult> results(luck_.count * draws);
  std::vector<std::int32_t> numbers;
  for (std::uint32_t run = 0; run < results.size(); ++run) {
    numbers.push_back(static_cast<std::int32_t>(run % draws));
    for (std::size_t k = 0; k < phases; ++k) {
      const Plans& one = plans[run % draws * phases + k];
      if (files[k]) files[k]->begin_replication(run);
      const auto result =
          simulate({one.first, &one.second, one.valuation, nullptr, files[k].get()},
                   luck_.first + run / static_cast<std::uint32_t>(draws),
                   part_of(progress, "comparing", run * phases + k, results.size() * phases));
      results[run].add(result, 1.0 / static_cast<double>(phases));
    }
  }
  for (const auto& one : files) {
    if (!one) continue;
    if (draws > 1) one->set_draws(numbers);
    one->commit();
  }
  return results;
}

std::vector<ContrastResult> Pairing::by_replication(const std::vector<ContrastResult>& each) const {
  std::vector<ContrastResult> results(each.size() / luck_.draws);
  for (std::size_t run = 0; run < each.size(); ++run)
    results[run / luck_.draws].add(each[run], 1.0 / static_cast<double>(luck_.draws));
  return results;
}

std::vector<ContrastResult> Pairing::run(const std::vector<Plans>& plans, const Progress& progress,
                                         std::uint32_t most) const {
  return means(plans, most, run_stocks, progress);
}

std::vector<ContrastResult> Pairing::run_for_level(const std::string& kind, double level,
                                                   const Progress& progress) const {
  const auto all = plans(level);
  if (kind != "present_value") return run(all, progress);
  return means(all, luck_.count, run_window, progress);
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
