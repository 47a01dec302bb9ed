// The figures of studies beside what virtual evaluation finds, each with the study's own outcome
// and horizon: what calibration aims at, and what a user of the result asks first.
#pragma once

#include <vector>

#include <tiltak/compare/interval.hpp>
#include <tiltak/study/evaluation.hpp>
#include <tiltak/study/targets.hpp>

namespace tiltak::study {

// A study's figure (percentage points, any job) and, with intervals over seeds, the truth here in
// the same treated market and what a matched comparison here would find.
struct StudiedEffect {
  Target study;
  compare::Spread truth, matched;
};

// Of the targets those that are effects (effect_moments.hpp) and that somebody took part in.
std::vector<StudiedEffect> beside_studies(const Evaluation& evaluation, const Plan& plan,
                                          const std::vector<Target>& targets);

} // namespace tiltak::study
