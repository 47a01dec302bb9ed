// The whole population by state, month by month.
#include <algorithm>

#include <tiltak/report/sections/sections.hpp>
#include <tiltak/report/states.hpp>

namespace tiltak::report {
namespace {

// Persons in the country, in thousands, as the mean over replications.
Table table_of(const Source& source, const Population& population, const Shares& shares) {
  const Words& say = source.say;
  Table table{"population-states", say("population.table"), {{say("month"), ""}}, {}, {}};
  const auto columns = state_columns(say, say("thousand"));
  table.columns.insert(table.columns.end(), columns.begin(), columns.end());
  table.columns.push_back({say("population.all"), say("thousand")});
  const double unit = source.expansion() / static_cast<double>(population.replications) / 1000;
  for (std::size_t m = 0; m < population.months.size(); ++m) {
    std::vector<Cell> row{say.month(population.months[m])};
    for (std::size_t s = 0; s < states; ++s)
      if (shares.hidden[m][s] != 0)
        row.emplace_back(Suppressed{});
      else
        row.emplace_back(Number{static_cast<double>(shares.counts[m][s]) * unit, 1});
    row.emplace_back(Number{static_cast<double>(shares.total(m)) * unit, 1});
    table.rows.push_back(std::move(row));
  }
  table.note = say("population.note", {{"replications", std::to_string(population.replications)}});
  return table;
}

Chart chart_of(const Source& source, const Population& population, const Shares& shares) {
  Chart chart{ChartKind::areas, source.say("month"), source.say("population.share")};
  chart.x_is_calendar = true;
  chart.is_share = true;
  chart.x = calendar(population.months);
  chart.keys = area_keys(source.say, shares.has_hidden());
  chart.panels.push_back(area_panel(shares, shares.has_hidden()));
  return chart;
}

std::string finding(const Source& source, const Population& population, const Shares& shares) {
  const Words& say = source.say;
  const std::size_t last = population.months.size() - 1;
  std::vector<std::size_t> by_unemployed(population.months.size());
  for (std::size_t m = 0; m <= last; ++m) by_unemployed[m] = m;
  const auto less = [&](std::size_t a, std::size_t b) {
    return shares.share(a, 3) < shares.share(b, 3);
  };
  const auto [low, high] = std::minmax_element(by_unemployed.begin(), by_unemployed.end(), less);
  return say("population.finding", {{"first_month", say.month(population.months[0])},
                                    {"first", say.percent(shares.share(0, 3))},
                                    {"last_month", say.month(population.months[last])},
                                    {"last", say.percent(shares.share(last, 3))},
                                    {"lowest", say.percent(shares.share(*low, 3))},
                                    {"lowest_month", say.month(population.months[*low])},
                                    {"highest", say.percent(shares.share(*high, 3))},
                                    {"highest_month", say.month(population.months[*high])}});
}

} // namespace

std::optional<Section> population(const Source& source) {
  const auto& population = source.population;
  if (!population) return std::nullopt;
  const Words& say = source.say;
  const Shares shares(population->counts);
  Section section{"population", say("population.title"), {Paragraph{say("population.about")}}};
  section.blocks.push_back(
      Figure{"population-figure", say("population.figure"), finding(source, *population, shares),
             chart_of(source, *population, shares), table_of(source, *population, shares)});
  return section;
}

} // namespace tiltak::report
