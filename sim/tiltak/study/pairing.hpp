// Two scenarios side by side, phase by phase: their plans at a level, and their runs.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <tiltak/core/progress.hpp>
#include <tiltak/study/contrast.hpp>
#include <tiltak/study/variant.hpp>

namespace tiltak::study {

// Which replications and draws of the parameters are run; a count of 0: all of the scenarios'.
struct Luck {
  std::uint32_t first = 0, count = 0;
  std::size_t first_draw = 0, draws = 0;
};

class Pairing {
public:
  // Throws InputError unless the two are for the same persons, luck, cycle and evaluation, over a
  // whole number of cycles.
  Pairing(const Variant& first, const Variant& second, int phases, Luck luck = {});

  // What may be changed in both plans of every phase before they run (the sign map does).
  using Change = std::function<void(Plan&)>;
  using Keys = std::vector<std::pair<std::string, std::string>>;

  struct Plans {
    Plan first, second;
    Valuation valuation;
  };
  // Opens a results file for the runs of a start phase (0, 1 ...), whose first plan is given.
  using Filing = std::function<std::unique_ptr<FileRecorder>(const Plan&, std::size_t phase)>;

  // By draw of the parameters, then phase; `level` multiplies the appropriation of the scenario
  // whose level is solved for.
  std::vector<Plans> plans(double level, const Keys& keys = {}, const Change& change = {}) const;

  // Results by replication, then draw, each the mean over phases; written to files where `file`
  // opens any, which run_stocks does not fill.
  using Run = ContrastResult (*)(const Contrasted&, std::uint32_t replication, const Progress&);
  std::vector<ContrastResult> run_each(const std::vector<Plans>& plans, const Progress& progress,
                                       const Filing& file = {}, Run simulate = run_contrast) const;
  // Results by replication, each the mean over draws and phases; at most the first `most` of them.
  // Of the flows they have `net` alone (run_stocks).
  std::vector<ContrastResult> run(const std::vector<Plans>& plans, const Progress& progress,
                                  std::uint32_t most = ~0u) const;
  // Of what run_each gave, the means over draws by replication.
  std::vector<ContrastResult> by_replication(const std::vector<ContrastResult>& each) const;

  // The level at which what `kind` names (present_value, spent, place_months) is the same for both,
  // in the mean over seeds and phases, within 0.1 %; 1 for as_given. Throws RunError when no level
  // is.
  double solve_level(const std::string& kind, const Progress& progress) const;
  // (first - second) / second of it.
  static double gap(const std::string& kind, const std::vector<ContrastResult>& results);

  std::size_t phases() const { return phases_.size(); }
  std::uint32_t replications() const { return luck_.count; }
  std::size_t draws() const { return luck_.draws; }
  // Whether any friction is at work in either.
  bool has_frictions() const;
  bool rules_differ() const;

private:
  bool first_is_solved() const; // else the second: the one whose rule is not stable
  std::vector<ContrastResult> means(const std::vector<Plans>& plans, std::uint32_t most,
                                    Run simulate, const Progress& progress) const;
  std::vector<ContrastResult> run_for_level(const std::string& kind, double level,
                                            const Progress& progress) const;

  const Variant& first_;
  const Variant& second_;
  std::vector<Keys> phases_;
  Luck luck_;
};

// Every friction of the scenario language set to `state`: on, off.
Pairing::Keys all_frictions(const char* state);

} // namespace tiltak::study
