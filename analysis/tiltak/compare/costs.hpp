// Costs and benefits of a scenario against another, in kroner of one year: what measures cost, what
// benefits and taxes change, the public balance, the social surplus.
//
// The surplus counts net person-months, not direct ones: whoever is displaced is subtracted. A
// wage subsidy is a transfer to the employer, no use of resources; what remains of it is the cost
// of raising the taxes (Meld. St. 33 (2023-2024), note 12, lines 14969-14975). Leisure has no value
// here, nor has what a job means beyond its output.
#pragma once

#include <vector>

namespace tiltak::compare {

// Kroner of the price year, a person-month each.
struct MonthlyRates {
  double employer_contribution = 0, income_tax = 0, benefit_tax = 0; // shares
  double subsidised_output = 0; // of an ordinary job's
  double unemployment_benefit = 0, measure_allowance = 0;
  double reduced_capacity = 0; // allowance, over those with and without
  double disability_pension = 0;
  double tax_cost = 0.2; // of raising a krone
};

// Person-months of a world in a month, in the country, and what those at work earn in it.
struct PersonMonths {
  double earnings = 0, subsidised_earnings = 0; // kroner of the price year, ordinary jobs and others
  double with_unemployment_benefit = 0;
  double on_measure_without_benefit = 0; // job seekers without a job
  double reduced_capacity = 0, disability_pension = 0;
};

// Money of a world in a month, kroner of the price year.
struct Money {
  double appropriated = 0; // for the month, over all posts
  double spent = 0;
  double spent_on_subsidies = 0; // of it: wage subsidies, transfers to employers
};

struct Balance {
  double spending = 0; // on measures
  double unemployment_benefit = 0, measure_allowance = 0;
  double assessment_allowance = 0, disability_pension = 0;
  double earnings = 0; // of all jobs, before tax
  double taxes = 0; // on earnings and benefits, employers' contributions among them
  double output = 0; // earnings and contributions; of a subsidised job, as much as it makes
  double resources = 0; // what measures use, subsidies left out
  double benefits() const {
    return unemployment_benefit + measure_allowance + assessment_allowance + disability_pension;
  }
  double public_balance() const { return taxes - benefits() - spending; }
  // With the cost of raising taxes on what the public purse loses.
  double social(double tax_cost) const { return output - resources + tax_cost * public_balance(); }
  Balance& add(const Balance& other, double factor);
};

Balance balance_of(const PersonMonths& persons, const Money& money, const MonthlyRates& rates);

// What a krone or a person-month `months` after the start is worth at the start.
double present_value_factor(double rate_a_year, int months);

} // namespace tiltak::compare
