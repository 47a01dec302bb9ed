// Fit to evidence: how well the labour market at these parameters reproduces what is published.
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include <tiltak/report/fit.hpp>
#include <tiltak/report/sections/sections.hpp>

namespace tiltak::report {
namespace {

// Upper ends of the bands of the chart, in widths.
constexpr std::array<double, 4> bands{1, 2, 4, std::numeric_limits<double>::infinity()};

std::size_t band_of(const FitRow& row) {
  std::size_t band = 0;
  while (!row.is_within(bands[band])) ++band;
  return band;
}

template <class Of> std::size_t count(const Fit& fit, const Of& of) {
  return static_cast<std::size_t>(std::count_if(fit.rows.begin(), fit.rows.end(), of));
}

std::string of_all(const Words& say, std::size_t some, std::size_t all) {
  return say("fit.of", {{"some", std::to_string(some)}, {"all", std::to_string(all)}});
}

KeyNumber key_number(const Words& say, const Fit& fit, bool held_out) {
  const auto within = [&](double widths) {
    return count(fit,
                 [&](const FitRow& r) { return r.held_out == held_out && r.is_within(widths); });
  };
  const std::size_t all = count(fit, [&](const FitRow& r) { return r.held_out == held_out; });
  return {of_all(say, within(1), all), say(held_out ? "fit.held_out" : "fit.fitted"),
          say("fit.within_two", {{"count", std::to_string(within(2))}})};
}

std::string published(const Words& say, const FitRow& row) {
  const std::string value = say.number(row.published, 2);
  if (row.side == "at_least") return say("fit.at_least", {{"value", value}});
  if (row.side == "at_most") return say("fit.at_most", {{"value", value}});
  return value;
}

// The worst first: what a reader has to know.
Table gaps(const Words& say, const Fit& fit) {
  Table table{"fit-table",
              say("fit.table"),
              {{say("fit.moment"), ""},
               {say("fit.use"), ""},
               {say("fit.published"), ""},
               {say("fit.model"), ""},
               {say("fit.gap"), say("fit.widths")},
               {say("fit.source"), ""}},
              {},
              say("fit.note")};
  std::vector<FitRow> rows = fit.rows;
  std::stable_sort(rows.begin(), rows.end(), [](const FitRow& a, const FitRow& b) {
    return std::abs(a.gap) > std::abs(b.gap);
  });
  for (const FitRow& row : rows)
    table.rows.push_back({row.moment, say(row.held_out ? "fit.is_held_out" : "fit.is_fitted"),
                          published(say, row), Number{row.model, 2}, Number{row.gap, 1},
                          row.source});
  return table;
}

Figure figure(const Words& say, const Fit& fit) {
  Chart chart{ChartKind::bars, {}, say("fit.figures")};
  chart.keys = {{say("fit.is_fitted")}, {say("fit.is_held_out")}};
  ChartPanel panel{{}, {}, Values(2, std::vector<double>(bands.size(), 0))};
  panel.labels = {say("fit.band_1"), say("fit.band_2"), say("fit.band_4"), say("fit.band_more")};
  for (const FitRow& row : fit.rows) panel.values[row.held_out ? 1 : 0][band_of(row)] += 1;
  chart.panels = {panel};
  const auto worst =
      std::max_element(fit.rows.begin(), fit.rows.end(), [](const FitRow& a, const FitRow& b) {
        return std::abs(a.gap) < std::abs(b.gap);
      });
  return {"fit-figure", say("fit.figure"),
          say("fit.finding", {{"moment", worst->moment},
                              {"gap", say.number(worst->gap, 1)},
                              {"model", say.number(worst->model, 2)},
                              {"published", published(say, *worst)}}),
          std::move(chart), gaps(say, fit)};
}

// Why there is nothing to show.
std::string missing(const Words& say, const Fit& fit) {
  if (fit.is_stale) return say("fit.stale");
  if (!fit.variants.empty()) return say("fit.variants", {{"variants", fit.variants}});
  return say("fit.none");
}

} // namespace

Section fit_section(const Fit& fit, const Words& say) {
  Section section{"fit", say("fit.title"), {}};
  if (fit.rows.empty()) {
    section.blocks.emplace_back(Paragraph{missing(say, fit)});
    return section;
  }
  section.blocks.emplace_back(Paragraph{say("fit.about")});
  section.blocks.emplace_back(KeyNumbers{key_number(say, fit, false), key_number(say, fit, true)});
  const auto is_effect = [](const FitRow& row) { return row.is_effect(); };
  if (count(fit, is_effect) == 0) section.blocks.emplace_back(Paragraph{say("fit.no_effects")});
  section.blocks.emplace_back(figure(say, fit));
  if (!fit.made_by.empty())
    section.blocks.emplace_back(Paragraph{say("fit.made_by", {{"command", fit.made_by}})});
  return section;
}

std::optional<Section> fit(const Source& source) {
  if (source.parameters.empty()) return std::nullopt;
  return fit_section(read_fit(source.file.provenance().fit), source.say);
}

} // namespace tiltak::report
