#include <tiltak/report/series.hpp>

#include <algorithm>
#include <numeric>

#include <tiltak/report/states.hpp>

namespace tiltak::report {
namespace {

const std::string policy = "/worlds/policy";

template <class T>
Grid read_grid(const store::ResultReader& file, const std::string& variable, double unit = 1) {
  Grid grid;
  grid.columns = file.shape(variable)[1];
  for (const T value : file.read<T>(variable))
    grid.values.push_back(static_cast<double>(value) * unit);
  return grid;
}

} // namespace

double Grid::sum(std::size_t month) const {
  const auto row = values.begin() + static_cast<std::ptrdiff_t>(month * columns);
  return std::accumulate(row, row + static_cast<std::ptrdiff_t>(columns), 0.0);
}

std::string BudgetSeries::name_of(const std::string& id) const {
  const auto place = std::find(ids.begin(), ids.end(), id);
  return place == ids.end() ? id : measures[static_cast<std::size_t>(place - ids.begin())];
}

std::optional<Population> read_population(const store::ResultReader& file) {
  const std::string variable = policy + "/state_counts";
  if (!file.has(variable)) return std::nullopt;
  const auto shape = file.shape(variable);
  if (shape[0] == 0 || shape[1] == 0 || shape[2] < states) return std::nullopt;
  Population out{file.months(policy), Counts(shape[1], std::vector<std::int64_t>(states, 0)),
                 shape[0]};
  const auto counts = file.read<std::int32_t>(variable);
  for (std::size_t r = 0; r < shape[0]; ++r)
    for (std::size_t m = 0; m < shape[1]; ++m)
      for (std::size_t s = 0; s < states; ++s)
        out.counts[m][s] += counts[(r * shape[1] + m) * shape[2] + s];
  return out;
}

std::optional<BudgetSeries> read_budget(const store::ResultReader& file,
                                        const std::string& language) {
  if (!file.has("/budget")) return std::nullopt;
  constexpr double nok = 0.01; // of an ore
  const std::string names = "/budget/name_" + language;
  BudgetSeries out{file.months("/budget"),
                   file.read_text("/budget/measure"),
                   file.read_text(file.has(names) ? names : "/budget/measure"),
                   read_grid<std::int64_t>(file, "/budget/appropriated", nok),
                   read_grid<std::int64_t>(file, "/budget/spent", nok),
                   read_grid<std::int32_t>(file, "/budget/places"),
                   read_grid<std::int32_t>(file, "/budget/starts"),
                   {}};
  if (file.has("/budget/queue")) out.queue = read_grid<std::int32_t>(file, "/budget/queue");
  if (out.months.empty() || out.measures.empty()) return std::nullopt;
  return out;
}

std::optional<MarketSeries> read_market(const store::ResultReader& file) {
  const std::string group = policy + "/market";
  if (!file.has(group)) return std::nullopt;
  MarketSeries out{file.months(group),
                   file.read_text(group + "/segment"),
                   read_grid<std::int32_t>(file, group + "/searchers"),
                   read_grid<double>(file, group + "/effectiveness"),
                   read_grid<double>(file, group + "/vacancies"),
                   read_grid<std::int32_t>(file, group + "/hires")};
  if (out.months.empty() || out.segments.empty()) return std::nullopt;
  return out;
}

std::vector<Year> years_of(const std::vector<Month>& months) {
  std::vector<Year> years;
  for (std::size_t m = 0; m < months.size(); ++m) {
    if (years.empty() || years.back().year != months[m].year())
      years.push_back({months[m].year(), m, m});
    years.back().end = m + 1;
  }
  return years;
}

} // namespace tiltak::report
