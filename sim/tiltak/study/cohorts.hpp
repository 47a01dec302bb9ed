// Starts and what they gave, by the year of the start, the measure and the kind of person: what a
// difference between two scenarios is explained from.
#pragma once

#include <vector>

#include <tiltak/core/progress.hpp>
#include <tiltak/engine/plan.hpp>
#include <tiltak/study/valuation.hpp>

namespace tiltak::study {

// Participants of a scenario against none, in cells [year][measure][kind of person].
struct Cohorts {
  std::size_t years = 0, measures = 0;
  static constexpr std::size_t kinds = 8; // under 30 x long-term unemployed x outside the EEA
  std::vector<double> persons, effect; // national; job-years at the discount rate, e^F - e^0
  // Job-years at the discount rate; `cuts`: of measures before the window, and relabelling.
  double threat = 0, cuts = 0, displacement = 0, net = 0;

  std::size_t cell(std::size_t year, std::size_t measure, std::size_t kind) const {
    return (year * measures + measure) * kinds + kind;
  }
};

// One replication of `plan` against no starts at all; months before the evaluation are those of
// `history`.
Cohorts run_cohorts(Plan plan, const Plan& history, std::uint32_t replication,
                    const Valuation& valuation, const Progress& progress);

// The direct effect if each of volume, timing (over years), mix (of measures within a year),
// composition (of persons within these) and effect (of a start) were that of `b` where its bit is
// set in `from_b`, else that of `a`.
constexpr unsigned cohort_factors = 5;
double mixed_effect(const Cohorts& a, const Cohorts& b, std::uint32_t from_b);

} // namespace tiltak::study
