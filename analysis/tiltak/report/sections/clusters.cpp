// Typical trajectories: the clusters of the entrants, how large they are and how they look.
#include <algorithm>

#include <tiltak/report/clustering.hpp>
#include <tiltak/report/representatives.hpp>
#include <tiltak/report/sections/sections.hpp>
#include <tiltak/report/states.hpp>

namespace tiltak::report {
namespace {

// Months shown in the table of all clusters; the chart has every month.
bool is_in_table(std::size_t month, std::size_t months) {
  return month == 1 || month % 6 == 0 || month == months;
}

Table sizes_table(const Source& source, const Clustering& clusters, const Hidden& hidden) {
  const Words& say = source.say;
  Table table{"clusters-sizes",
              say("clusters.sizes_table"),
              {{say("cluster"), ""}, {say("clusters.entrants"), ""}, {say("clusters.share"), "%"}},
              {},
              {}};
  if (!clusters.silhouette.empty()) table.columns.push_back({say("clusters.silhouette"), ""});
  for (std::size_t c = 0; c < clusters.size(); ++c) {
    std::vector<Cell> row{clusters.names[c]};
    if (hidden[0][c] != 0) {
      row.insert(row.end(), 2, Suppressed{});
    } else {
      row.emplace_back(Number{source.national(static_cast<double>(clusters.persons[c])), 0});
      row.emplace_back(Number{100 * clusters.share(c), 1});
    }
    if (!clusters.silhouette.empty()) row.emplace_back(Number{clusters.silhouette[c], 2});
    table.rows.push_back(std::move(row));
  }
  return table;
}

Figure sizes_figure(const Source& source, const Clustering& clusters) {
  const Words& say = source.say;
  const Hidden hidden = suppress({clusters.persons}, Totals::rows);
  Chart chart{ChartKind::bars, {}, say("share_of_entrants")};
  chart.is_share = true;
  chart.digits = 1;
  chart.keys = {{say("share_of_entrants")}};
  ChartPanel panel;
  panel.labels = clusters.names;
  panel.values.resize(1);
  for (std::size_t c = 0; c < clusters.size(); ++c)
    panel.values[0].push_back(hidden[0][c] != 0 ? not_shown : clusters.share(c));
  chart.panels.push_back(std::move(panel));
  const std::string finding =
      say("clusters.sizes_finding", {{"clusters", std::to_string(clusters.size())},
                                     {"largest", clusters.names[0]},
                                     {"share", say.percent(clusters.share(0), 0)}});
  return {"clusters-sizes-figure", say("clusters.sizes_figure"), finding, std::move(chart),
          sizes_table(source, clusters, hidden)};
}

std::vector<Shares> shares_of(const Cohort& cohort, std::size_t clusters) {
  std::vector<Shares> shares;
  for (std::size_t c = 0; c < clusters; ++c)
    shares.emplace_back(cohort.counts(static_cast<std::int32_t>(c + 1)));
  return shares;
}

Table states_table(const Source& source, const Clustering& clusters,
                   const std::vector<Shares>& shares) {
  const Words& say = source.say;
  Table table{"clusters-states",
              say("clusters.states_table"),
              {{say("cluster"), ""}, {say("month_since_entry"), ""}},
              {},
              say("clusters.states_note")};
  const auto columns = state_columns(say, "%");
  table.columns.insert(table.columns.end(), columns.begin(), columns.end());
  const std::size_t months = source.cohort->months;
  for (std::size_t c = 0; c < clusters.size(); ++c)
    for (std::size_t m = 1; m <= months; ++m) {
      if (!is_in_table(m, months)) continue;
      std::vector<Cell> row{clusters.names[c], std::to_string(m)};
      for (Cell& cell : shares[c].cells(m - 1)) row.push_back(std::move(cell));
      table.rows.push_back(std::move(row));
    }
  return table;
}

// "Full-time job (72.0%)" of the commonest state in the last month; a hidden one is not named.
std::string usual_end(const Words& say, const Shares& shares) {
  const std::size_t last = shares.counts.size() - 1;
  std::size_t best = 0;
  for (std::size_t s = 1; s < states; ++s)
    if (shares.counts[last][s] > shares.counts[last][best]) best = s;
  if (shares.hidden[last][best] != 0) return say("not_shown");
  return say("clusters.ending", {{"state", say.label(store::codes::state[best])},
                                 {"share", say.percent(shares.share(last, best), 0)}});
}

Figure states_figure(const Source& source, const Clustering& clusters) {
  const Words& say = source.say;
  const auto shares = shares_of(*source.cohort, clusters.size());
  const bool with_hidden =
      std::any_of(shares.begin(), shares.end(), [](const Shares& s) { return s.has_hidden(); });
  Chart chart{ChartKind::areas, say("month_since_entry"), say("clusters.share_of_cluster")};
  chart.is_share = true;
  for (std::size_t m = 1; m <= source.cohort->months; ++m)
    chart.x.push_back(static_cast<double>(m));
  chart.keys = area_keys(say, with_hidden);
  std::string ends;
  for (std::size_t c = 0; c < clusters.size(); ++c) {
    chart.panels.push_back(area_panel(shares[c], with_hidden));
    chart.panels.back().title = clusters.names[c];
    ends += (c == 0 ? "" : "; ") + clusters.names[c] + ": " + usual_end(say, shares[c]);
  }
  const std::string finding =
      say("clusters.states_finding",
          {{"months", std::to_string(source.cohort->months)}, {"ends", ends}});
  return {"clusters-states-figure", say("clusters.states_figure"), finding, std::move(chart),
          states_table(source, clusters, shares)};
}

Figure typical_figure(const Source& source, const Clustering& clusters) {
  const Words& say = source.say;
  const Cohort& cohort = *source.cohort;
  Chart chart{ChartKind::index_plot, say("month_since_entry"), {}};
  for (std::size_t m = 1; m <= cohort.months; ++m) chart.x.push_back(static_cast<double>(m));
  chart.keys = state_keys(say);
  ChartPanel panel;
  panel.labels = clusters.names;
  Table table{"clusters-typical",
              say("clusters.typical_table"),
              {{say("cluster"), ""}, {say("clusters.spells"), ""}},
              {},
              say("clusters.typical_note")};
  for (std::size_t c = 0; c < clusters.size(); ++c) {
    const std::uint8_t* row = cohort.codes.data() + clusters.medoid[c] * cohort.months;
    panel.values.emplace_back(row, row + cohort.months);
    table.rows.push_back({clusters.names[c], in_spells(say, row, cohort.months)});
  }
  chart.panels.push_back(std::move(panel));
  return {"clusters-typical-figure", say("clusters.typical_figure"),
          say("clusters.typical_finding"), std::move(chart), std::move(table)};
}

} // namespace

std::optional<Section> clusters(const Source& source) {
  const auto clusters = read_clustering(source);
  if (!clusters) return std::nullopt;
  Section section{
      "clusters", source.say("clusters.title"), {Paragraph{source.say("clusters.about")}}};
  section.blocks.push_back(sizes_figure(source, *clusters));
  section.blocks.push_back(states_figure(source, *clusters));
  section.blocks.push_back(typical_figure(source, *clusters));
  if (auto figure = representatives_figure(source, *clusters))
    section.blocks.push_back(std::move(*figure));
  return section;
}

} // namespace tiltak::report
