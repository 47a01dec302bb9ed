// What a month of a world is worth: from counts and ore at the run's scale to national kroner of
// one year, discounted to the start of the evaluation.
#pragma once

#include <array>
#include <vector>

#include <tiltak/compare/costs.hpp>
#include <tiltak/engine/month_totals.hpp>
#include <tiltak/engine/plan.hpp>
#include <tiltak/scenario/values.hpp>
#include <tiltak/study/pay.hpp>

namespace tiltak::study {

// Figures are kept twice: at the discount rate of the scenario and at 0 %.
enum Worth : std::size_t { discounted, undiscounted };
constexpr std::size_t worths = 2;

struct Valuation {
  compare::MonthlyRates rates; // kroner of the price year
  int price_year = 0;
  double g = 0; // a basic amount, kroner a month
  double price = 1; // a krone of the appropriation in kroner of the price year (1 G series)
  double discount = 0; // a year, for money and person-months alike
  double expansion = 1; // national per simulated

  double factor(Worth worth, int months) const {
    return worth == discounted ? compare::present_value_factor(discount, months) : 1.0;
  }
};

// Keys accounts.* of the scenario, and the shipped rates. Throws InputError when 1 G of a year is
// not known.
Valuation valuation(const scenario::Values& values, const Plan& plan);

// What a world's month counts, by the choices of docs/model/costs.md.
compare::PersonMonths person_months(const MonthTotals& totals, const Pay& pay,
                                    const Valuation& valuation);
compare::Money money(const MonthTotals& totals, const Plan& plan, const Valuation& valuation);

} // namespace tiltak::study
