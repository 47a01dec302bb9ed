// What the file holds by month, as a report needs it: still in simulated units.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <tiltak/report/disclosure.hpp>
#include <tiltak/store/reader.hpp>

namespace tiltak::report {

// /worlds/policy/state_counts: persons by month and state, summed over replications.
struct Population {
  std::vector<Month> months;
  Counts counts; // months x six states
  std::size_t replications = 0;
};

std::optional<Population> read_population(const store::ResultReader& file);

// A variable by month and measure (or segment), row-major.
struct Grid {
  std::size_t columns = 0;
  std::vector<double> values;

  double at(std::size_t month, std::size_t column) const {
    return values[month * columns + column];
  }
  double sum(std::size_t month) const; // over columns
};

// /budget: money in NOK.
struct BudgetSeries {
  std::vector<Month> months;
  std::vector<std::string> ids;
  std::vector<std::string> measures; // their names, in the report's language where the file has it
  Grid appropriated, spent, places, starts;
  Grid queue; // without columns where the file has none

  std::string
  name_of(const std::string& id) const; // of a measure; the id itself when it is unknown
};

std::optional<BudgetSeries> read_budget(const store::ResultReader& file,
                                        const std::string& language);

// /worlds/policy/market
struct MarketSeries {
  std::vector<Month> months;
  std::vector<std::string> segments;
  Grid searchers, effectiveness, vacancies, hires;
};

std::optional<MarketSeries> read_market(const store::ResultReader& file);

// Places of a series' months by calendar year: the years in order, and for each first and one past
// the last month.
struct Year {
  int year;
  std::size_t first, end;
  std::size_t months() const { return end - first; }
};
std::vector<Year> years_of(const std::vector<Month>& months);

} // namespace tiltak::report
