// Effects of measures as a study would find them, as moments. The control is each participant's
// twin without treatment in the same treated market (evaluation.hpp); employment is in any job,
// ordinary or subsidised; percentage points; horizons in months from the start.
//
//   effect.training.6 .12 .24 .36   at a horizon; every measure
//   effect.training.year1           mean of 6 and 12 months
//   effect.training.years2_3        mean of 24 and 36
//   effect.training.average         mean of 12, 24 and 36: Card, Kluve and Weber (2018) average
//   over
//                                   within one, one to two and over two years from the end
//   effect.all. ...                 of all measures of job seekers, weighted by participants
//   effect.ips_against_follow_up.12 of IPS less that of procured follow-up, which is what the usual
//                                   follow-up of the trials comes to in the catalogue
#pragma once

#include <tiltak/study/evaluation.hpp>
#include <tiltak/study/moments.hpp>

namespace tiltak::study {

// The moments of one replication's findings; `effect` is the number of a finding that they are made
// of: the twin's difference, or what the study finds.
void add_effect_moments(const Findings& findings, const Plan& plan, double Finding::* effect,
                        Moments& out);

// Runs one replication of the plan with the worlds that twins need, three years beyond the window,
// and adds the effects to `out`: NaN of measures nobody took part in.
void add_effect_moments(Plan plan, std::uint32_t replication, Moments& out);

} // namespace tiltak::study
