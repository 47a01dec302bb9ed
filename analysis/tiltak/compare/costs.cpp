#include <tiltak/compare/costs.hpp>

#include <cmath>

namespace tiltak::compare {

Balance& Balance::add(const Balance& other, double factor) {
  spending += factor * other.spending;
  unemployment_benefit += factor * other.unemployment_benefit;
  measure_allowance += factor * other.measure_allowance;
  assessment_allowance += factor * other.assessment_allowance;
  disability_pension += factor * other.disability_pension;
  earnings += factor * other.earnings;
  taxes += factor * other.taxes;
  output += factor * other.output;
  resources += factor * other.resources;
  return *this;
}

Balance balance_of(const PersonMonths& p, const Money& money, const MonthlyRates& r) {
  Balance balance;
  balance.spending = money.spent;
  balance.resources = money.spent - money.spent_on_subsidies;
  balance.unemployment_benefit = p.with_unemployment_benefit * r.unemployment_benefit;
  balance.measure_allowance = p.on_measure_without_benefit * r.measure_allowance;
  balance.assessment_allowance = p.reduced_capacity * r.reduced_capacity;
  balance.disability_pension = p.disability_pension * r.disability_pension;
  balance.earnings = p.earnings + p.subsidised_earnings;
  const double taxable = balance.benefits() - balance.measure_allowance;
  balance.taxes =
      balance.earnings * (r.income_tax + r.employer_contribution) + taxable * r.benefit_tax;
  balance.output =
      (p.earnings + r.subsidised_output * p.subsidised_earnings) * (1 + r.employer_contribution);
  return balance;
}

double present_value_factor(double rate, int months) { return std::pow(1 + rate, -months / 12.0); }

} // namespace tiltak::compare
