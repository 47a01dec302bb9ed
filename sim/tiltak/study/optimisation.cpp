#include <tiltak/study/optimisation.hpp>

#include <algorithm>
#include <optional>

#include <fmt/format.h>
#include <nlopt.hpp>

#include <tiltak/core/diagnostic.hpp>

namespace tiltak::study {
namespace {

using Keys = Pairing::Keys;

constexpr double responses[] = {0, 0.1, 0.2, 0.4};
constexpr double unsolved = -1e15; // job-years: below any rule that has a level
constexpr const char* allocation_rules[] = {"practice",  "priority", "random", "need",
                                            "prospects", "effect",   "optimal"};

// What moves between slumps and booms, per cent of a measure's share for each percentage point of
// unemployment: courses one way, placement the other (scenarios/mix/by-phase.yaml).
struct PhaseShare {
  const char* measure;
  int percent;
};
constexpr PhaseShare training_in_slumps[] = {{"training", 30},
                                             {"work_practice", -10},
                                             {"follow_up", -15},
                                             {"wage_subsidy", -15},
                                             {"reduced_training", 30},
                                             {"reduced_practice", -10},
                                             {"reduced_wage_subsidy", -15}};
constexpr int mix_signs[] = {1, -1};

constexpr double least_response = -0.5, most_response = 1;
constexpr double least_reduced = 0.5, most_reduced = 0.95;

std::string percent(double share) { return fmt::format("{:.4f} %", 100 * share); }

Keys mix_by_phase(int sign) {
  Keys keys{{"frictions.cyclical_mix", "on"}};
  for (const PhaseShare& share : training_in_slumps)
    keys.emplace_back(fmt::format("measures.{}.cyclical_share", share.measure),
                      fmt::format("{} %", sign * share.percent));
  return keys;
}

Keys rule(double response, const std::string& swings) {
  if (response == 0) return {{"budget.rule", "stable"}};
  return {{"budget.rule", "cyclical"},
          {"budget.response", percent(response)},
          {"budget.swings", swings}};
}

std::vector<double> net(const std::vector<ContrastResult>& results) {
  std::vector<double> values;
  for (const auto& result : results) values.push_back(result.flow(Flow::net, discounted));
  return values;
}

class Search {
public:
  Search(const Variant& scenario, const OptimisationOptions& options, const Progress& progress)
      : scenario_(scenario), options_(options), progress_(progress),
        draws_(scenario.plans({}).size()) {
    if (draws_ > 1 || !scenario.values().has("parameters.draws")) return;
    Diagnostics diagnostics;
    diagnostics.add(scenario.values().error(
        "parameters.draws", "a rule is chosen on some draws and judged on others: one is too few"));
    throw InputError(diagnostics);
  }

  // Solves for the level and runs on the seeds of the choice.
  Candidate choose(Keys keys) {
    ++evaluations_;
    Candidate candidate;
    candidate.keys = std::move(keys);
    const Variant variant = scenario_.with(candidate.keys);
    const Pairing pairing(variant, scenario_, options_.phases, {0, options_.select, 0, draws_ / 2});
    try {
      candidate.level = pairing.solve_level("present_value", progress_);
    } catch (const RunError&) { // unemployment jumps too much in a population this small
      candidate.selected = unsolved;
      return candidate;
    }
    candidate.is_solved = true;
    const auto results = pairing.run(pairing.plans(candidate.level), progress_);
    candidate.selected = compare::spread_of(net(results)).mean;
    return candidate;
  }

  // Runs on the other seeds, with the level as it was chosen.
  void judge(Candidate& candidate) const {
    if (!candidate.is_solved) return;
    const Variant variant = scenario_.with(candidate.keys);
    const Pairing pairing(variant, scenario_, options_.phases,
                          {options_.select, options_.report, draws_ / 2, 0});
    const auto each = pairing.run_each(pairing.plans(candidate.level), progress_, {}, run_stocks);
    const auto results = pairing.by_replication(each);
    candidate.sources = compare::sources_of(net(each), pairing.draws());
    candidate.reported = compare::spread_of(net(results));
    candidate.gap = Pairing::gap("present_value", results);
    double appropriated = 0;
    for (const auto& result : results) appropriated += result.side[0][discounted].appropriated;
    appropriated /= 1e6 * static_cast<double>(results.size());
    candidate.per_million = appropriated > 0 ? candidate.reported.mean / appropriated : 0;
  }

  int evaluations() const { return evaluations_; }

  // Response and the part for reduced capacity around `from`; the better of both.
  Candidate refine(const Candidate& from) {
    Candidate best = from;
    const auto value = [&](const std::vector<double>& at) {
      Keys keys = from.keys;
      const auto set = [&](const char* key, const std::string& text) {
        const auto found =
            std::find_if(keys.begin(), keys.end(), [&](const auto& k) { return k.first == key; });
        if (found == keys.end())
          keys.emplace_back(key, text);
        else
          found->second = text;
      };
      set("budget.rule", at[0] == 0 ? "stable" : "cyclical");
      set("budget.response", percent(at[0]));
      set("budget.reduced_capacity", percent(at[1]));
      Candidate candidate = choose(keys);
      if (candidate.selected > best.selected) best = candidate;
      return candidate.selected;
    };
    minimise(value, from);
    return best;
  }

private:
  template <class Value> void minimise(const Value& value, const Candidate& from) {
    if (options_.evaluations <= 0) return;
    nlopt::opt search(nlopt::LN_COBYLA, 2);
    search.set_lower_bounds({least_response, least_reduced});
    search.set_upper_bounds({most_response, most_reduced});
    search.set_maxeval(options_.evaluations);
    search.set_initial_step({0.1, 0.05});
    search.set_xtol_abs(0.005);
    search.set_max_objective([](const std::vector<double>& at, std::vector<double>&,
                                void* f) { return (*static_cast<const Value*>(f))(at); },
                             const_cast<Value*>(&value));
    const auto values = scenario_.with(from.keys);
    std::vector<double> at{values.values().choice("budget.rule") == "stable"
                               ? 0.0
                               : values.values().real("budget.response"),
                           values.values().real("budget.reduced_capacity")};
    at[0] = std::clamp(at[0], least_response, most_response);
    at[1] = std::clamp(at[1], least_reduced, most_reduced);
    double found = 0;
    try {
      search.optimize(at, found);
    } catch (const nlopt::roundoff_limited&) { // as near as it gets
    }
  }

  const Variant& scenario_;
  const OptimisationOptions& options_;
  const Progress& progress_;
  std::size_t draws_; // of the parameters
  int evaluations_ = 0;
};

} // namespace

std::string Candidate::words() const {
  std::string text;
  for (const auto& [key, value] : keys) text += (text.empty() ? "" : " ") + key + "=" + value;
  return text.empty() ? "as given" : text;
}

bool Optimum::is_better() const {
  return best.reported.half_width && best.reported.mean > *best.reported.half_width;
}

Optimum optimise(const Variant& scenario, const OptimisationOptions& options,
                 const Progress& progress) {
  Search search(scenario, options, progress);
  Optimum optimum;
  for (const double response : responses)
    for (const char* swings : {"job_seekers", "whole_post"}) {
      optimum.frontier.push_back(search.choose(rule(response, swings)));
      if (response == 0) break; // nothing swings
    }
  const auto largest = [](const Candidate& a, const Candidate& b) {
    return a.selected < b.selected;
  };
  Candidate best = *std::max_element(optimum.frontier.begin(), optimum.frontier.end(), largest);
  const auto try_with = [&](const Keys& base, const Keys& more) {
    Keys keys = base;
    keys.insert(keys.end(), more.begin(), more.end());
    optimum.others.push_back(search.choose(keys));
    best = std::max(best, optimum.others.back(), largest);
  };
  const Keys of_rules = best.keys;
  for (const int sign : mix_signs) try_with(of_rules, mix_by_phase(sign));
  const Keys of_mixes = best.keys;
  const std::string own = scenario.values().choice("allocation.rule");
  for (const char* allocation : allocation_rules)
    if (allocation != own) try_with(of_mixes, {{"allocation.rule", allocation}});
  optimum.best = search.refine(best);
  for (auto* tried : {&optimum.frontier, &optimum.others})
    for (Candidate& candidate : *tried) search.judge(candidate);
  search.judge(optimum.best);
  optimum.evaluations = search.evaluations();
  return optimum;
}

} // namespace tiltak::study
