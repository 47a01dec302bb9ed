// Virtual evaluation: what a study of this simulated country would find, beside what is true.
//
// Participants are those with a first start in the window. The study compares each with persons who
// could have started the same month and did not (eligible and not yet treated: Sianesi's design),
// raw and within cells of what registers show: group, sex, age, education, origin, benefit, spell
// so far, year. It does not see frailty, and it takes a second measure as part of the first. The
// truth is each participant's twin, who has the same luck and is not treated:
//   in the same treated market (P - Z): what a perfect study would find;
//   in the market without the measures (F - 0): the direct effect of the accounts.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include <tiltak/compare/interval.hpp>
#include <tiltak/core/progress.hpp>
#include <tiltak/engine/plan.hpp>
#include <tiltak/engine/recorder.hpp>
#include <tiltak/study/headlines.hpp>

namespace tiltak::study {

// Months after the start, as the evidence has them: within one, between one and two, beyond two
// years (Card, Kluve and Weber 2018; Oslo Economics and Frisch 2024).
inline constexpr std::array<int, 4> horizons{6, 12, 24, 36};
constexpr std::size_t outcomes = 2; // an ordinary job; an ordinary or subsidised job

// Differences of the share with a job, in percentage points, of one measure at one horizon.
struct Finding {
  double participants = 0; // whose outcome is known, simulated persons
  double raw = 0, matched = 0; // the study
  double twin = 0, direct = 0; // the truth: P - Z, F - 0
};

// What a measure's participants cost and what they got out of it, over window and tail, national.
struct MeasureAccount {
  double spending = 0; // kroner of the appropriation's year, more than in the world without starts
  double job_years = 0; // the direct effect, ordinary jobs: before what it displaces
};

using Findings = std::vector<std::array<std::array<Finding, horizons.size()>, outcomes>>;

// Takes the findings of one replication with the worlds policy, none, frozen and twin, in order.
class EvaluationRecorder : public Recorder {
public:
  explicit EvaluationRecorder(const Plan& plan);
  void begin(const People& people, std::size_t worlds) override;
  void month(int month, std::size_t number, const WorldEngine& engine, Month t) override;

  Findings findings() const; // by measure; after the run
  // By measure, with the accounts of the same run.
  std::vector<MeasureAccount> costs(const Accounts& accounts) const;

private:
  struct Record {
    std::uint32_t person;
    std::uint16_t cell;
    std::uint8_t measure; // index + 1; 0: a control
  };
  struct Count {
    std::int64_t persons = 0, employed = 0;
    double mean() const;
  };
  using Counts = std::vector<Count>; // by cell

  void take_in(const WorldEngine& engine, Month t);
  void look(const WorldEngine& engine, std::size_t world, Month t, std::size_t horizon);
  std::uint16_t cell(std::size_t person, std::size_t group, int seeking, bool benefit,
                     Month t) const;
  Finding finding(std::size_t measure, std::size_t outcome, std::size_t horizon) const;

  const Plan& plan_;
  const People* people_ = nullptr;
  std::size_t years_;
  std::vector<char> treated_; // by person: has had her first start
  std::vector<std::vector<Record>> records_; // by month of the window
  std::vector<std::int64_t> spent_; // by measure, ore at the run's scale, policy less none
  // By outcome and horizon; participants by measure x cell, controls by cell, worlds by measure.
  std::array<std::array<Counts, horizons.size()>, outcomes> participants_, controls_;
  std::array<std::array<std::vector<std::array<Count, 4>>, horizons.size()>, outcomes> worlds_;
};

struct Evaluation {
  std::vector<Findings> replications; // by seed, then draw of the parameters
  std::size_t draws = 1;
  std::vector<std::vector<MeasureAccount>> costs; // as the replications, by measure
  Headlines headlines; // of the accounts of the same runs
  // Over seeds, each the mean over draws, of one number of the findings; runs without participants
  // are left out.
  compare::Spread spread(double Finding::* number, std::size_t measure, std::size_t outcome,
                         std::size_t horizon) const;
  // Of the study's matched difference less the truth in the same market.
  compare::Spread bias(std::size_t measure, std::size_t outcome, std::size_t horizon) const;
  // Mean over all runs.
  MeasureAccount cost(std::size_t measure) const;
  // How a number varies from seed to seed and with the parameters.
  compare::Sources sources(double Finding::* number, std::size_t measure, std::size_t outcome,
                           std::size_t horizon) const;
};

// Runs the replications of the plans, one for each draw of the parameters, with the worlds that are
// needed; whatever else they were to be compared with, it is against none.
Evaluation evaluate(std::vector<Plan> plans, const Progress& progress);

} // namespace tiltak::study
