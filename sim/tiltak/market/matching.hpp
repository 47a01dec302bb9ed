// The matching function: how many vacancies meet how much search in a month.
#pragma once

#include <cstdint>

namespace tiltak {

enum class MatchingForm : std::uint8_t {
  den_haan_ramey_watson, // M = S V / (S^i + V^i)^(1/i); den Haan, Ramey and Watson (2000)
  cobb_douglas // M = min(m S^alpha V^(1-alpha), S, V), for comparison
};

struct Matching {
  MatchingForm form = MatchingForm::den_haan_ramey_watson;
  double curvature = 1; // i, > 0
  double scale = 1; // m of Cobb-Douglas
  double elasticity = 0.6; // alpha, of matches with respect to search

  // lambda = M / S: the job hazard of a searcher with effectiveness 1, in [0, 1]. The hazard
  // becomes a probability by 1 - exp(-h), so hires fall short of M by the monthly loss; the
  // estimated mean effectiveness absorbs it (docs/model/market.md).
  double job_finding(double search, double vacancies) const;
  // q = M / V: the probability that a vacancy is filled, in [0, 1].
  double vacancy_filling(double search, double vacancies) const;
  // Vacancies that give this lambda, 0 < lambda < 1.
  double vacancies_for(double search, double lambda) const;
};

// Impact displacement: the part of a searcher's extra hires that comes from other searchers while
// vacancies stand: minus the elasticity of lambda with respect to S. For den Haan-Ramey-Watson it
// is 1 - lambda^i.
double impact_displacement(const Matching& matching, double search, double vacancies);

// Long-run displacement when desired positions do not respond to supply (phi = 0):
// 1 - eps (s + p) / (s + eps p + (1 - eps) q), eps = 1 - impact displacement, s and p separation
// and job-finding rates, q vacancy filling (MODEL section 4).
double long_run_displacement(double eps, double separation, double finding, double filling);

} // namespace tiltak
