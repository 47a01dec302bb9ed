#include <tiltak/report/comparison.hpp>

#include <cmath>

#include <fmt/format.h>

#include <tiltak/report/comparison_groups.hpp>
#include <tiltak/report/comparison_words.hpp>
#include <tiltak/report/fit.hpp>
#include <tiltak/report/parameters.hpp>
#include <tiltak/report/run_table.hpp>
#include <tiltak/report/sections/assumptions.hpp>
#include <tiltak/report/words.hpp>

namespace tiltak::report {
namespace {

using compare::Comparison;
using compare::Spread;
using compare::Unit;

Cell interval(const Spread& spread) {
  if (!spread.half_width || !std::isfinite(*spread.half_width)) return Missing{};
  return Interval{spread.mean - *spread.half_width, spread.mean + *spread.half_width, 0};
}

Cell number(const Spread& spread) {
  if (!std::isfinite(spread.mean)) return Missing{};
  return Number{spread.mean, 0};
}

class Pages {
public:
  Pages(const Comparison& comparison, std::size_t which, const Words& say)
      : c_(comparison), say_(say), prefix_(fmt::format("pair-{}-", which + 1)) {}

  Section section() {
    Section section{
        prefix_ + "section",
        say_("compare.title", {{"first", first()}, {"second", second()}}),
        {Paragraph{say_("compare.about", {{"replications", std::to_string(c_.replications)},
                                          {"phases", std::to_string(c_.phases)},
                                          {"year", std::to_string(c_.price_year)},
                                          {"rate", say_.percent(c_.discount_rate, 0)}})}}};
    if (!c_.map.empty()) section.blocks.emplace_back(Paragraph{over_the_map()});
    if (!c_.equalities.empty()) {
      section.blocks.emplace_back(Paragraph{found(c_.equalities.front())});
      section.blocks.emplace_back(headline(c_.equalities.front()));
    }
    if (!c_.map.empty()) {
      section.blocks.emplace_back(map());
      section.blocks.emplace_back(break_evens());
      section.blocks.emplace_back(Paragraph{sureness()});
    }
    for (const auto& equality : c_.equalities) {
      if (&equality != &c_.equalities.front())
        section.blocks.emplace_back(Paragraph{found(equality)});
      section.blocks.emplace_back(figures(equality));
    }
    if (c_.groups.size() > 1) section.blocks.emplace_back(gains_figure(c_, prefix_, say_));
    if (!c_.parts.empty()) section.blocks.emplace_back(parts());
    if (!c_.settings.empty()) section.blocks.emplace_back(settings());
    return section;
  }

private:
  std::string name(const Comparison::Names& n) const {
    return say_.language() == Language::nb ? n.nb : n.en;
  }
  std::string first() const { return name(c_.first); }
  std::string second() const { return name(c_.second); }

  std::string found(const compare::Equality& equality) const {
    const Spread& net = equality.figures.front().difference;
    const std::string larger = compare::verdict(net);
    if (larger == "none") return say_("compare.none", {{"value", say_.number(net.mean)}});
    return say_("compare.larger", {{"larger", larger == "first" ? first() : second()},
                                   {"value", say_.number(std::abs(net.mean))},
                                   {"half", say_.number(*net.half_width)}});
  }

  // Chance, parameters and structure side by side.
  std::string sureness() const {
    const compare::Uncertainty& u = c_.uncertainty;
    const std::string seed = say_.number(u.sources.seed);
    const std::string parameters =
        u.draws > 1 ? say_("compare.of_parameters", {{"value", say_.number(u.sources.parameters)},
                                                     {"draws", std::to_string(u.draws)}})
                    : say_("compare.no_draws");
    return say_("compare.sureness", {{"seed", seed},
                                     {"parameters", parameters},
                                     {"lowest", say_.number(u.lowest.value_or(0))},
                                     {"highest", say_.number(u.highest.value_or(0))}});
  }

  // In how many cells of the map each is larger.
  std::string over_the_map() const {
    std::size_t positive = 0;
    for (const compare::MapCell& cell : c_.map)
      if (cell.difference.mean > 0) ++positive;
    return say_("compare.over_the_map",
                {{"cells", std::to_string(c_.map.size())},
                 {"first", first()},
                 {"first_cells", std::to_string(positive)},
                 {"second", second()},
                 {"second_cells", std::to_string(c_.map.size() - positive)}});
  }

  // What an adviser asks for first, as differences.
  KeyNumbers headline(const compare::Equality& equality) const {
    KeyNumbers numbers;
    for (const char* id :
         {"net", "displacement", "spending", "social_surplus", "cost_per_job_year"})
      for (const compare::Figure& figure : equality.figures) {
        const Spread& d = figure.difference;
        if (figure.id != id || !std::isfinite(d.mean)) continue;
        // A price of job-years that may be none or fewer says nothing: it stands in the table.
        if (figure.unit == Unit::nok &&
            compare::verdict(equality.figures.front().difference) == "none")
          continue;
        const bool known = d.half_width && std::isfinite(*d.half_width);
        const std::string what = word(figure.id, say_);
        numbers.push_back(
            {amount(figure),
             figure.unit == Unit::nok ? what : say_("compare.difference_in", {{"what", what}}),
             known ? say_("headline.interval", {{"low", say_.number(d.mean - *d.half_width)},
                                                {"high", say_.number(d.mean + *d.half_width)}})
                   : say_("compare.no_interval")});
      }
    return numbers;
  }

  std::string amount(const compare::Figure& figure) const {
    const std::string value = say_.number(figure.difference.mean);
    if (figure.unit == Unit::nok_million) return say_("money", {{"value", value}});
    if (figure.unit == Unit::nok) return say_("compare.kroner", {{"value", value}});
    return value + " " + unit_of(figure.unit, say_);
  }

  Table settings() const {
    Table table{
        prefix_ + "settings",
        say_("compare.settings"),
        {{say_("changes.key"), ""}, {say_("changes.does"), ""}, {first(), ""}, {second(), ""}},
        {},
        {}};
    for (const compare::Setting& one : c_.settings)
      table.rows.push_back({one.key, say_.language() == Language::nb ? one.nb : one.en,
                            shown(one.first), shown(one.second)});
    return table;
  }

  Cell shown(const std::string& value) const {
    return value.empty() ? Cell{Missing{}} : Cell{value};
  }

  Table figures(const compare::Equality& equality) const {
    Table table{prefix_ + "figures-" + std::to_string(&equality - c_.equalities.data()),
                say_("compare.figures", {{"equal", word(equality.kind, say_)},
                                         {"level", say_.number(equality.level, 4)},
                                         {"gap", say_.percent(equality.gap, 3)}}),
                {{say_("what"), ""},
                 {say_("unit"), ""},
                 {first(), ""},
                 {second(), ""},
                 {say_("compare.difference"), ""},
                 {say_("compare.interval"), "", true},
                 {say_("compare.undiscounted"), ""}},
                {},
                say_("compare.note")};
    for (const compare::Figure& figure : equality.figures)
      table.rows.push_back({word(figure.id, say_), unit_of(figure.unit, say_),
                            figure.first ? number(*figure.first) : Cell{Missing{}},
                            figure.second ? number(*figure.second) : Cell{Missing{}},
                            number(figure.difference), interval(figure.difference),
                            number(figure.undiscounted)});
    return table;
  }

  Figure parts() const {
    Chart chart{ChartKind::bars, {}, say_("job_years")};
    chart.keys = {{say_("compare.difference")}};
    ChartPanel panel{{}, {}, Values(1)};
    Table table{prefix_ + "parts",
                say_("compare.parts"),
                {{say_("what"), ""},
                 {say_("compare.part"), say_("job_years")},
                 {say_("compare.interval"), say_("job_years"), true}},
                {},
                say_("compare.parts_note")};
    const compare::Part* largest = &c_.parts.front();
    double sum = 0;
    for (const compare::Part& part : c_.parts) {
      panel.labels.push_back(word(part.id, say_));
      panel.values[0].push_back(part.value.mean);
      table.rows.push_back({word(part.id, say_), number(part.value), interval(part.value)});
      if (std::abs(part.value.mean) > std::abs(largest->value.mean)) largest = &part;
      sum += part.value.mean;
    }
    table.rows.push_back({say_("compare.sum"), Number{sum, 0}, Missing{}});
    chart.panels = {panel};
    return {prefix_ + "why", say_("compare.why"),
            say_("compare.parts_finding", {{"largest", word(largest->id, say_)},
                                           {"value", say_.number(largest->value.mean)}}),
            std::move(chart), std::move(table)};
  }

  std::string gamma(double value) const { return say_.number(value, 0); }
  std::string friction_word(bool on) const {
    return on ? say_("compare.frictions_on") : say_("compare.frictions_off");
  }

  Table map() const {
    Table table{prefix_ + "map",
                say_("compare.map"),
                {{say_("compare.map_row"), ""},
                 {say_("compare.difference"), say_("job_years")},
                 {say_("compare.interval"), say_("job_years"), true},
                 {say_("compare.sign"), ""},
                 {say_("compare.achieved"), "%"}},
                {},
                say_("compare.map_note")};
    for (const compare::MapCell& cell : c_.map) {
      std::string row =
          say_("compare.map_cell", {{"displacement", say_.percent(cell.displacement, 0)},
                                    {"gamma", gamma(cell.gamma)}});
      if (c_.has_frictions) row += ", " + friction_word(cell.frictions);
      Cell seen = Missing{};
      if (cell.achieved) seen = Number{100 * *cell.achieved, 0};
      table.rows.push_back(
          {row, number(cell.difference), interval(cell.difference), larger(cell.difference), seen});
    }
    for (const compare::Alternative& other : c_.alternatives)
      table.rows.push_back({word(other.id, say_), number(other.difference),
                            interval(other.difference), larger(other.difference), Missing{}});
    return table;
  }

  std::string larger(const Spread& difference) const {
    const bool zero_inside =
        difference.half_width && std::abs(difference.mean) <= *difference.half_width;
    if (zero_inside) return say_("compare.undecided");
    return difference.mean > 0 ? first() : second();
  }

  Table break_evens() const {
    Table table{prefix_ + "break-even",
                say_("compare.break_even"),
                {{say_("compare.map_row"), ""},
                 {say_("compare.displacement_at"), "%"},
                 {say_("compare.else"), ""}},
                {},
                {}};
    for (const compare::BreakEven& line : compare::break_even(c_.map)) {
      std::string row = say_("compare.gamma", {{"gamma", gamma(line.gamma)}});
      if (c_.has_frictions) row += ", " + friction_word(line.frictions);
      Cell at = Missing{};
      if (line.displacement) at = Number{100 * *line.displacement, 0};
      table.rows.push_back(
          {row, at, line.displacement ? std::string{} : (line.positive ? first() : second())});
    }
    return table;
  }

  const Comparison& c_;
  const Words& say_;
  std::string prefix_;
};

} // namespace

Document make_comparison(const std::vector<Comparison>& comparisons, const store::Provenance& run,
                         Language language) {
  const Words say(language);
  Document document;
  document.language = language;
  document.title = say("compare.document");
  document.subtitle = say("page.subtitle");
  for (std::size_t k = 0; k < comparisons.size(); ++k)
    document.sections.push_back(Pages(comparisons[k], k, say).section());
  document.sections.push_back(fit_section(read_fit(run.fit), say));
  if (auto assumed = assumptions_section(read_parameters(run.parameters), say))
    document.sections.push_back(std::move(*assumed));
  document.sections.push_back({"provenance",
                               say("provenance.title"),
                               {Paragraph{say("provenance.about")}, provenance_table(run, say)}});
  return document;
}

} // namespace tiltak::report
