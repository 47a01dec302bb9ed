#include <tiltak/study/valuation.hpp>

#include <fmt/format.h>

#include <tiltak/scenario/rates_file.hpp>

namespace tiltak::study {
namespace {

constexpr double months = 12;

// Mean G of a year, NOK; outside the table it would be another year's.
double basic_amount(const Plan& plan, const scenario::Values& values, const std::string& key) {
  const int year = static_cast<int>(values.integer(key));
  const auto& known = plan.earnings.basic_amount;
  if (year >= known.begin()->first && year <= known.rbegin()->first)
    return static_cast<double>(plan.earnings.mean_g(year).ore) / 100;
  Diagnostics diagnostics;
  diagnostics.add(values.error(key, fmt::format("1 G is known for the years {} to {}",
                                                known.begin()->first, known.rbegin()->first)));
  throw InputError(diagnostics);
}

} // namespace

Valuation valuation(const scenario::Values& values, const Plan& plan) {
  const scenario::Rates file = scenario::shipped_rates();
  const auto rate = [&](const char* name) { return file.rates.at(name).value; };
  Valuation v;
  v.price_year = static_cast<int>(values.integer("accounts.price_year"));
  const double g = basic_amount(plan, values, "accounts.price_year") / months;
  v.g = g;
  v.price = g * months / basic_amount(plan, values, "accounts.money_year");
  v.discount = values.real("accounts.discount_rate");
  v.expansion = 1 / plan.scale;
  auto& r = v.rates;
  r.employer_contribution = rate("employer_contribution");
  r.income_tax = rate("income_tax");
  r.benefit_tax = rate("benefit_tax");
  r.subsidised_output = rate("subsidised_output");
  r.unemployment_benefit =
      rate("unemployment_benefit_share") * rate("unemployment_benefit_base") * g;
  r.reduced_capacity = rate("assessment_allowance_share") * rate("assessment_allowance_base") *
                       rate("assessment_allowance_receipt") * g;
  r.disability_pension = rate("disability_pension") * g;
  // Kroner of the files' year become those of the price year as wages have risen.
  r.measure_allowance = rate("measure_allowance") * 100 * g * months /
                        static_cast<double>(plan.earnings.mean_g(file.price_year).ore);
  r.tax_cost = values.real("accounts.tax_cost");
  return v;
}

compare::PersonMonths person_months(const MonthTotals& totals, const Pay& pay, const Valuation& v) {
  const auto in = [&](Pair pair) {
    return v.expansion * static_cast<double>(totals.status[index(pair)]);
  };
  compare::PersonMonths p;
  const double of_millionths = v.expansion * v.g / 1e6;
  p.earnings = of_millionths * static_cast<double>(pay.ordinary);
  p.subsidised_earnings = of_millionths * static_cast<double>(pay.subsidised);
  p.with_unemployment_benefit = v.expansion * static_cast<double>(totals.with_benefit);
  const double seekers = in(Pair::none_unemployed) + in(Pair::none_measure);
  if (seekers > 0)
    p.on_measure_without_benefit =
        in(Pair::none_measure) * (1 - p.with_unemployment_benefit / seekers);
  p.reduced_capacity =
      in(Pair::none_reduced) + in(Pair::none_reduced_measure) + 0.5 * in(Pair::part_reduced);
  p.disability_pension =
      in(Pair::none_disability_pension) + 0.5 * in(Pair::part_disability_pension);
  return p;
}

compare::Money money(const MonthTotals& totals, const Plan& plan, const Valuation& v) {
  const double krone = v.expansion * v.price / 100; // of an ore of the run
  compare::Money sums;
  for (std::size_t m = 0; m < totals.spent.size(); ++m) {
    const double spent = krone * static_cast<double>(totals.spent[m]);
    sums.appropriated += krone * static_cast<double>(totals.appropriated[m]);
    sums.spent += spent;
    if (plan.measures[m].subsidised) sums.spent_on_subsidies += spent;
  }
  return sums;
}

} // namespace tiltak::study
