#include <tiltak/compare/costs.hpp>

#include <cmath>

namespace tiltak::compare {

Balance& Balance::add(const Balance& other, double factor) {
  spending += factor * other.spending;
  benefits += factor * other.benefits;
  taxes += factor * other.taxes;
  output += factor * other.output;
  resources += factor * other.resources;
  return *this;
}

Balance balance_of(const PersonMonths& p, const Money& money, const MonthlyRates& r) {
  const double ordinary = (p.full_time + r.part_time * p.part_time) * r.earnings;
  const double subsidised = p.subsidised * r.earnings;
  const double taxable = p.with_unemployment_benefit * r.unemployment_benefit +
                         p.reduced_capacity * r.reduced_capacity +
                         p.disability_pension * r.disability_pension;
  Balance balance;
  balance.spending = money.spent;
  balance.resources = money.spent - money.spent_on_subsidies;
  balance.benefits = taxable + p.on_measure_without_benefit * r.measure_allowance;
  balance.taxes =
      (ordinary + subsidised) * (r.income_tax + r.employer_contribution) + taxable * r.benefit_tax;
  balance.output = (ordinary + r.subsidised_output * subsidised) * (1 + r.employer_contribution);
  return balance;
}

double present_value_factor(double rate, int months) { return std::pow(1 + rate, -months / 12.0); }

} // namespace tiltak::compare
