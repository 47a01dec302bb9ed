// Money, places and starts by measure.
#include <algorithm>

#include <tiltak/report/sections/sections.hpp>

namespace tiltak::report {
namespace {

double sum_over(const Grid& grid, const Year& year, std::size_t measure) {
  double sum = 0;
  for (std::size_t m = year.first; m < year.end; ++m) sum += grid.at(m, measure);
  return sum;
}

double total_over(const Grid& grid, const Year& year) {
  double sum = 0;
  for (std::size_t m = year.first; m < year.end; ++m) sum += grid.sum(m);
  return sum;
}

Table money_table(const Source& source, const BudgetSeries& budget) {
  const Words& say = source.say;
  const std::string unit = say("nok_million");
  Table table{"budget-money",
              say("budget.money_table"),
              {{say("year"), ""},
               {say("budget.appropriated"), unit},
               {say("budget.spent"), unit},
               {say("budget.used"), "%"}},
              {},
              say("budget.money_note")};
  for (const Year& year : years_of(budget.months)) {
    const double appropriated = source.national(total_over(budget.appropriated, year)) / million;
    const double spent = source.national(total_over(budget.spent, year)) / million;
    std::vector<Cell> row{std::to_string(year.year), Number{appropriated, 0}, Number{spent, 0}};
    if (appropriated > 0)
      row.emplace_back(Number{100 * spent / appropriated, 1});
    else
      row.emplace_back(Missing{});
    table.rows.push_back(std::move(row));
  }
  return table;
}

Figure money_figure(const Source& source, const BudgetSeries& budget) {
  const Words& say = source.say;
  Chart chart{ChartKind::lines, say("month"), say("budget.money_axis")};
  chart.x_is_calendar = true;
  chart.x = calendar(budget.months);
  chart.keys = {{say("budget.appropriated")}, {say("budget.spent")}};
  ChartPanel panel;
  panel.values.resize(2);
  double appropriated = 0, spent = 0;
  for (std::size_t m = 0; m < budget.months.size(); ++m) {
    panel.values[0].push_back(source.national(budget.appropriated.sum(m)) / million);
    panel.values[1].push_back(source.national(budget.spent.sum(m)) / million);
    appropriated += panel.values[0].back();
    spent += panel.values[1].back();
  }
  chart.panels.push_back(std::move(panel));
  const double years = static_cast<double>(budget.months.size()) / 12;
  const std::string finding = say(
      "budget.money_finding", {{"first", say.month(budget.months.front())},
                               {"last", say.month(budget.months.back())},
                               {"appropriated", say.number(appropriated / years)},
                               {"spent", say.number(spent / years)},
                               {"used", say.percent(appropriated > 0 ? spent / appropriated : 0)}});
  return {"budget-money-figure", say("budget.money_figure"), finding, std::move(chart),
          money_table(source, budget)};
}

// Measures with a place at any time, the largest first.
std::vector<std::size_t> by_size(const BudgetSeries& budget) {
  const Year all{0, 0, budget.months.size()};
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < budget.measures.size(); ++i)
    if (sum_over(budget.places, all, i) > 0) order.push_back(i);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return sum_over(budget.places, all, a) > sum_over(budget.places, all, b);
  });
  return order;
}

Table places_table(const Source& source, const BudgetSeries& budget,
                   const std::vector<std::size_t>& order) {
  const Words& say = source.say;
  Table table{"budget-places",
              say("budget.places_table"),
              {{say("measure"), ""},
               {say("year"), ""},
               {say("budget.spent"), say("nok_million")},
               {say("budget.places"), say("budget.mean")},
               {say("budget.starts"), ""}},
              {},
              {}};
  const bool has_queue = budget.queue.columns > 0;
  if (has_queue) table.columns.push_back({say("budget.queue"), say("budget.at_year_end")});
  for (const std::size_t i : order)
    for (const Year& year : years_of(budget.months)) {
      const double places = sum_over(budget.places, year, i) / static_cast<double>(year.months());
      table.rows.push_back({budget.measures[i], std::to_string(year.year),
                            Number{source.national(sum_over(budget.spent, year, i)) / million, 0},
                            Number{source.national(places), 0},
                            Number{source.national(sum_over(budget.starts, year, i)), 0}});
      if (has_queue)
        table.rows.back().emplace_back(
            Number{source.national(budget.queue.at(year.end - 1, i)), 0});
    }
  return table;
}

// Places by month in the country: a panel for each of the largest measures, and one for the rest.
std::vector<ChartPanel> places_panels(const Source& source, const BudgetSeries& budget,
                                      const std::vector<std::size_t>& order) {
  constexpr std::size_t largest = 8;
  const bool has_rest = order.size() > largest + 1;
  std::vector<ChartPanel> panels;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const bool is_rest = has_rest && i >= largest;
    if (!is_rest)
      panels.push_back({budget.measures[order[i]]});
    else if (i == largest)
      panels.push_back({source.say("budget.rest")});
    Values& values = panels.back().values;
    if (values.empty()) values.assign(1, std::vector<double>(budget.months.size(), 0));
    for (std::size_t m = 0; m < budget.months.size(); ++m)
      values[0][m] += source.national(budget.places.at(m, order[i]));
  }
  return panels;
}

Figure places_figure(const Source& source, const BudgetSeries& budget,
                     const std::vector<std::size_t>& order) {
  const Words& say = source.say;
  Chart chart{ChartKind::lines, say("month"), say("budget.places")};
  chart.x_is_calendar = true;
  chart.x = calendar(budget.months);
  chart.keys = {{say("budget.places")}};
  chart.panels = places_panels(source, budget, order);
  const Year always{0, 0, budget.months.size()};
  const double all = total_over(budget.places, always);
  const std::string finding =
      say("budget.places_finding",
          {{"first", say.month(budget.months.front())},
           {"last", say.month(budget.months.back())},
           {"places", say.number(source.national(all) / static_cast<double>(always.months()))},
           {"largest", budget.measures[order[0]]},
           {"share", say.percent(sum_over(budget.places, always, order[0]) / all, 0)}});
  return {"budget-places-figure", say("budget.places_figure"), finding, std::move(chart),
          places_table(source, budget, order)};
}

} // namespace

std::optional<Section> budget(const Source& source) {
  const auto& budget = source.budget;
  if (!budget) return std::nullopt;
  Section section{"budget", source.say("budget.title"), {Paragraph{source.say("budget.about")}}};
  section.blocks.push_back(money_figure(source, *budget));
  if (const auto order = by_size(*budget); !order.empty())
    section.blocks.push_back(places_figure(source, *budget, order));
  return section;
}

} // namespace tiltak::report
