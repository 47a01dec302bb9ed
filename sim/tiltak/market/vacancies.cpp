#include <tiltak/market/vacancies.hpp>

#include <algorithm>

#include <tiltak/core/exact.hpp>

namespace tiltak {

void Market::open(std::size_t segment, const Supply& supply, double employed, double subsidised) {
  Segment& s = segments_[segment];
  s.vacancies = plan_.matching.vacancies_for(supply.search, plan_.reference_lambda);
  s.employed = employed;
  s.subsidised = subsidised;
  s.desired = employed + subsidised + s.vacancies;
  s.population0 = supply.population;
  s.labour0 = supply.labour;
}

double Market::clear(std::size_t segment, const Supply& supply) {
  Segment& s = segments_[segment];
  s.search = supply.search;
  s.searchers = supply.searchers;
  s.before = s.vacancies;
  s.lambda = plan_.matching.job_finding(supply.search, std::max(0.0, s.vacancies));
  return s.lambda;
}

void Market::post(std::size_t segment, const Positions& positions, const Supply& supply,
                  double cycle) {
  Segment& s = segments_[segment];
  const double hires = static_cast<double>(positions.hires);
  const double leavers = static_cast<double>(positions.leavers);
  const double subsidised = static_cast<double>(positions.subsidised_micro) * 1e-6;
  const double before = s.vacancies, lapsed = plan_.lapse * std::max(0.0, before);
  s.employed += hires - leavers;
  s.subsidised += subsidised;
  double desired = s.desired * cycle;
  if (s.population0 > 0) desired *= supply.population / s.population0;
  if (plan_.demand_response > 0 && s.labour0 > 0 && supply.population > 0)
    desired *= exact::pow((supply.labour / supply.population) / (s.labour0 / s.population0),
                          plan_.demand_response);
  const double missing = desired - s.employed - s.subsidised - before;
  s.posted = std::max(0.0, leavers + lapsed + plan_.adjustment * missing);
  s.vacancies = before - lapsed - hires - subsidised + s.posted;
}

} // namespace tiltak
