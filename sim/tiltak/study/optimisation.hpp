// The search for a better budget rule: the largest net effect for the same present value of
// appropriations. Chosen on some seeds and judged on others, so that luck in the choice is not
// counted as gain. A library of its own (tiltak_optimise): nothing else needs NLopt.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <tiltak/compare/interval.hpp>
#include <tiltak/core/progress.hpp>
#include <tiltak/study/pairing.hpp>

namespace tiltak::study {

struct OptimisationOptions {
  std::uint32_t select = 2; // replications 0 .. select - 1: the rule is chosen on these
  std::uint32_t report = 4; // and judged on as many after them
  // With parameters.draws the first half of the draws is for the choice, the rest for the
  // judgement.
  int phases = 2; // start phases of a periodic cycle
  int evaluations = 12; // of the local search
};

// A rule and what it gives more than the scenario's own, job-years at the discount rate.
struct Candidate {
  Pairing::Keys keys; // what it sets in the scenario
  bool is_solved = false; // a level was found; without one the rule is out of the search
  double level = 1; // times the appropriation, for the same present value
  double selected = 0; // mean over the seeds it was chosen on
  compare::Spread reported; // over the others
  compare::Sources sources; // how `reported` varies with seed and parameters
  double gap = 0; // of the present value over the others, which the level was not solved for
  double per_million = 0; // `reported` in job-years for each NOK million appropriated
  std::string words() const; // "budget.rule=cyclical budget.response=20 % ..."
};

struct Optimum {
  // From stable to cyclical: rules by their response, each judged.
  std::vector<Candidate> frontier;
  std::vector<Candidate> others; // mixes by phase and rules of allocation, each judged
  Candidate best; // the local search's, from the frontier's best
  int evaluations = 0;
  // Whether the best rule's interval is above zero. If not: no detectable difference.
  bool is_better() const;
};

// Rules searched, each from the best so far: the response to unemployment (budget.response) and
// which part swings (budget.swings); the mix by phase of the cycle (measures.<id>.cyclical_share:
// training in slumps and placement in booms, or the reverse); who gets places (allocation.rule);
// then, locally, the response and the part of the places for persons with reduced capacity
// (budget.reduced_capacity), in a good and a bad year alike. Throws InputError for a scenario that
// cannot be compared with itself, or one draw of the parameters.
Optimum optimise(const Variant& scenario, const OptimisationOptions& options,
                 const Progress& progress);

} // namespace tiltak::study
