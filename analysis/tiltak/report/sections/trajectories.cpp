// Where the entrants of a year are, month by month since they entered.
#include <tiltak/report/sections/sections.hpp>
#include <tiltak/report/states.hpp>

namespace tiltak::report {
namespace {

Table table_of(const Source& source, const Cohort& cohort, const Shares& shares) {
  const Words& say = source.say;
  Table table{
      "trajectories-states", say("trajectories.table"), {{say("month_since_entry"), ""}}, {}, {}};
  const auto columns = state_columns(say, "%");
  table.columns.insert(table.columns.end(), columns.begin(), columns.end());
  for (std::size_t m = 0; m < cohort.months; ++m) {
    std::vector<Cell> row{std::to_string(m + 1)};
    for (Cell& cell : shares.cells(m)) row.push_back(std::move(cell));
    table.rows.push_back(std::move(row));
  }
  table.note =
      say("trajectories.note", {{"simulated", say.number(static_cast<double>(cohort.size()))},
                                {"expansion", say.number(source.expansion(), 2)}});
  return table;
}

Chart chart_of(const Source& source, const Cohort& cohort, const Shares& shares) {
  const Words& say = source.say;
  Chart chart{ChartKind::areas, say("month_since_entry"), say("share_of_entrants")};
  chart.is_share = true;
  for (std::size_t m = 0; m < cohort.months; ++m) chart.x.push_back(static_cast<double>(m + 1));
  chart.keys = area_keys(say, shares.has_hidden());
  chart.panels.push_back(area_panel(shares, shares.has_hidden()));
  return chart;
}

// A share as words; one that is hidden says so.
std::string in_words(const Words& say, const Shares& shares, std::size_t month, std::size_t state) {
  return shares.hidden[month][state] != 0 ? say("not_shown")
                                          : say.percent(shares.share(month, state));
}

} // namespace

std::optional<Section> trajectories(const Source& source) {
  const auto& cohort = source.cohort;
  if (!cohort) return std::nullopt;
  const Words& say = source.say;
  const Shares shares(cohort->counts());
  const std::size_t last = cohort->months - 1;
  const std::string year = std::to_string(cohort->year), months = std::to_string(cohort->months);
  const auto at_end = [&](std::size_t state) { return in_words(say, shares, last, state); };

  Section section{"trajectories", say("trajectories.title", {{"year", year}}), {}};
  section.blocks.push_back(
      Paragraph{say("trajectories.about",
                    {{"year", year},
                     {"entrants", say.number(source.national(static_cast<double>(cohort->size())))},
                     {"months", months}})});
  section.blocks.push_back(Figure{"trajectories-figure", say("trajectories.figure"),
                                  say("trajectories.finding", {{"months", months},
                                                               {"full_time", at_end(0)},
                                                               {"part_time", at_end(1)},
                                                               {"measure", at_end(2)},
                                                               {"unemployed", at_end(3)},
                                                               {"reduced_capacity", at_end(5)}}),
                                  chart_of(source, *cohort, shares),
                                  table_of(source, *cohort, shares)});
  return section;
}

} // namespace tiltak::report
