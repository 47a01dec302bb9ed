// How tight the labour market is: vacancies beside those who search.
#include <algorithm>

#include <tiltak/report/sections/sections.hpp>

namespace tiltak::report {
namespace {

// Vacancies by effective searcher in the whole country; nothing in a month without searchers.
std::vector<double> tightness(const MarketSeries& market) {
  std::vector<double> out;
  for (std::size_t m = 0; m < market.months.size(); ++m) {
    const double searchers = market.effectiveness.sum(m);
    out.push_back(searchers > 0 ? market.vacancies.sum(m) / searchers : 0);
  }
  return out;
}

Table table_of(const Source& source, const MarketSeries& market, const std::vector<double>& tight) {
  const Words& say = source.say;
  Table table{"market-table",
              say("market.table"),
              {{say("month"), ""},
               {say("market.searchers"), say("thousand")},
               {say("market.vacancies"), say("thousand")},
               {say("market.hires"), say("thousand")},
               {say("market.tightness"), ""}},
              {},
              say("market.note")};
  const auto thousand = [&](double simulated) {
    return Number{source.national(simulated) / 1000, 1};
  };
  for (std::size_t m = 0; m < market.months.size(); ++m)
    table.rows.push_back({say.month(market.months[m]), thousand(market.searchers.sum(m)),
                          thousand(market.vacancies.sum(m)), thousand(market.hires.sum(m)),
                          Number{tight[m], 2}});
  return table;
}

} // namespace

std::optional<Section> market(const Source& source) {
  const auto& market = source.market;
  if (!market) return std::nullopt;
  const Words& say = source.say;
  const std::vector<double> tight = tightness(*market);
  Chart chart{ChartKind::lines, say("month"), say("market.axis")};
  chart.x_is_calendar = true;
  chart.digits = 2;
  chart.x = calendar(market->months);
  chart.keys = {{say("market.tightness")}};
  chart.panels = {{{}, {}, {tight}}};

  const auto [low, high] = std::minmax_element(tight.begin(), tight.end());
  const auto month = [&](auto at) {
    return say.month(market->months[static_cast<std::size_t>(at - tight.begin())]);
  };
  const std::string finding = say("market.finding", {{"lowest", say.number(*low, 2)},
                                                     {"lowest_month", month(low)},
                                                     {"highest", say.number(*high, 2)},
                                                     {"highest_month", month(high)}});
  Section section{"market", say("market.title"), {Paragraph{say("market.about")}}};
  section.blocks.push_back(Figure{"market-figure", say("market.figure"), finding, std::move(chart),
                                  table_of(source, *market, tight)});
  return section;
}

} // namespace tiltak::report
