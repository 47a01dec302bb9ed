#include <tiltak/market/matching.hpp>

#include <algorithm>

#include <tiltak/core/exact.hpp>

namespace tiltak {

double Matching::job_finding(double search, double vacancies) const {
  if (vacancies <= 0) return 0;
  if (search <= 0) return form == MatchingForm::cobb_douglas ? std::min(1.0, scale) : 1.0;
  const double slack = search / vacancies;
  if (form == MatchingForm::den_haan_ramey_watson)
    return exact::pow(1 + exact::pow(slack, curvature), -1 / curvature);
  const double matches = scale * exact::pow(slack, elasticity - 1);
  return std::min({matches, 1.0, 1 / slack});
}

double Matching::vacancy_filling(double search, double vacancies) const {
  return vacancies <= 0 ? 1 : job_finding(search, vacancies) * search / vacancies;
}

double Matching::vacancies_for(double search, double lambda) const {
  if (form == MatchingForm::den_haan_ramey_watson)
    return search * exact::pow(exact::pow(lambda, -curvature) - 1, -1 / curvature);
  return search * std::max(lambda, exact::pow(lambda / scale, 1 / (1 - elasticity)));
}

double impact_displacement(const Matching& matching, double search, double vacancies) {
  const double lambda = matching.job_finding(search, vacancies);
  if (matching.form == MatchingForm::den_haan_ramey_watson)
    return 1 - exact::pow(lambda, matching.curvature);
  if (lambda >= 1) return 0; // every searcher is matched
  if (lambda >= vacancies / search) return 1; // every vacancy is
  return 1 - matching.elasticity;
}

double long_run_displacement(double eps, double separation, double finding, double filling) {
  return 1 - eps * (separation + finding) / (separation + eps * finding + (1 - eps) * filling);
}

} // namespace tiltak
