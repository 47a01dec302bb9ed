#include <tiltak/report/comparison.hpp>

#include <cmath>
#include <stdexcept>

#include <fmt/format.h>

#include <tiltak/report/words.hpp>

namespace tiltak::report {
namespace {

using compare::Comparison;
using compare::Spread;
using compare::Unit;

// What a comparison calls a thing, and the key of its words.
struct Name {
  const char *id, *key;
};
constexpr Name names[] = {
    {"net", "compare.net"},
    {"net_with_subsidised", "compare.net_with_subsidised"},
    {"net_full_time", "compare.net_full_time"},
    {"direct", "compare.direct"},
    {"threat", "compare.threat"},
    {"displacement", "compare.displacement"},
    {"places", "compare.places"},
    {"appropriated", "compare.appropriated"},
    {"spending", "compare.spending"},
    {"unspent", "compare.unspent"},
    {"benefits", "compare.benefits"},
    {"unemployment_benefit", "compare.unemployment_benefit"},
    {"measure_allowance", "compare.measure_allowance"},
    {"assessment_allowance", "compare.assessment_allowance"},
    {"disability_pension", "compare.disability_pension"},
    {"earnings", "compare.earnings"},
    {"taxes", "compare.taxes"},
    {"public_balance", "compare.public_balance"},
    {"output", "compare.output"},
    {"social_surplus", "compare.social_surplus"},
    {"cost_per_job_year", "compare.cost_per_job_year"},
    {"as_given", "compare.as_given"},
    {"present_value", "compare.present_value"},
    {"spent", "compare.spent"},
    {"place_months", "compare.place_months"},
    {"volume", "compare.volume"},
    {"timing", "compare.timing"},
    {"mix", "compare.mix"},
    {"composition", "compare.composition"},
    {"effects", "compare.effects"},
    {"remainder", "compare.remainder"},
    {"gamma", "compare.of_gamma"},
    {"frictions", "compare.frictions"},
    {"cobb_douglas", "compare.cobb_douglas"},
    {"den_haan", "compare.den_haan"},
};

std::string word(const std::string& id, const Words& say) {
  for (const Name& name : names)
    if (id == name.id) return say(name.key);
  throw std::logic_error("a comparison names " + id + ", which has no words");
}

std::string unit_of(Unit unit, const Words& say) {
  switch (unit) {
  case Unit::job_years: return say("job_years");
  case Unit::nok_million: return say("nok_million");
  case Unit::nok: return say("compare.nok");
  case Unit::place_years: return say("compare.place_years");
  }
  return {};
}

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
    if (!c_.map.empty()) {
      section.blocks.emplace_back(map());
      section.blocks.emplace_back(break_evens());
      section.blocks.emplace_back(Paragraph{sureness()});
    }
    for (const auto& equality : c_.equalities) {
      section.blocks.emplace_back(Paragraph{found(equality)});
      section.blocks.emplace_back(figures(equality));
    }
    if (!c_.parts.empty()) section.blocks.emplace_back(parts());
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
      table.rows.push_back({row, number(cell.difference), interval(cell.difference),
                            cell.difference.mean > 0 ? first() : second(), seen});
    }
    for (const compare::Alternative& other : c_.alternatives)
      table.rows.push_back({word(other.id, say_), number(other.difference),
                            interval(other.difference),
                            other.difference.mean > 0 ? first() : second(), Missing{}});
    return table;
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

Document make_comparison(const std::vector<Comparison>& comparisons, Language language) {
  const Words say(language);
  Document document;
  document.language = language;
  document.title = say("compare.document");
  document.subtitle = say("page.subtitle");
  for (std::size_t k = 0; k < comparisons.size(); ++k)
    document.sections.push_back(Pages(comparisons[k], k, say).section());
  return document;
}

} // namespace tiltak::report
