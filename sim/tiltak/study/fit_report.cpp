#include <tiltak/study/fit_report.hpp>

#include <cmath>

#include <fmt/format.h>

namespace tiltak::study {
namespace {

using report::Cell;
using report::Number;

struct Gap {
  const Target* target;
  double before, after, noise;
  double in_widths() const { return target->gap(after) / target->width; }
};

std::vector<Gap> gaps(const std::vector<Target>& targets, const Estimate& estimate, bool held_out) {
  std::vector<Gap> found;
  for (std::size_t i = 0; i < targets.size(); ++i)
    if (targets[i].held_out == held_out)
      found.push_back({&targets[i], estimate.before[i], estimate.after[i], estimate.noise[i]});
  return found;
}

std::size_t within(const std::vector<Gap>& all, double widths) {
  std::size_t n = 0;
  for (const Gap& gap : all) n += std::abs(gap.in_widths()) <= widths;
  return n;
}

std::size_t judged(const std::vector<Gap>& all) {
  std::size_t n = 0;
  for (const Gap& gap : all) n += gap.target->judged;
  return n;
}

std::string published(const Target& target) {
  const char* side = target.side == TargetSide::at_least  ? "at least "
                     : target.side == TargetSide::at_most ? "at most "
                                                          : "";
  return fmt::format("{}{:.2f}", side, target.value);
}

report::Table gap_table(const std::vector<Gap>& all, std::string id, std::string caption) {
  report::Table table{
      std::move(id),
      std::move(caption),
      {{"Moment", ""},
       {"Published", ""},
       {"Start", ""},
       {"Model", ""},
       {"Noise", ""},
       {"Width", ""},
       {"Gap", "widths"},
       {"Source", ""}},
      {},
      "Noise: standard error of the simulation. A width with * is a judgement, not a "
      "published standard error."};
  for (const Gap& gap : all)
    table.rows.push_back({gap.target->id, published(*gap.target), Number{gap.before, 2},
                          Number{gap.after, 2}, Number{gap.noise, 2},
                          fmt::format("{:g}{}", gap.target->width, gap.target->judged ? " *" : ""),
                          Number{gap.in_widths(), 1}, gap.target->source});
  return table;
}

report::Figure gap_figure(const std::vector<Gap>& all, std::string id, std::string title) {
  report::Chart chart{.kind = report::ChartKind::bars,
                      .x_title = "Model less published, in widths",
                      .y_title = "",
                      .digits = 1};
  chart.keys = {{"after estimation"}};
  chart.panels.resize(1);
  chart.panels[0].values.resize(1);
  report::Table table{id + "-table", title, {{"Moment", ""}, {"Gap", "widths"}}, {}};
  for (const Gap& gap : all) {
    chart.panels[0].labels.push_back(gap.target->id);
    chart.panels[0].values[0].push_back(gap.in_widths());
    table.rows.push_back({gap.target->id, Number{gap.in_widths(), 1}});
  }
  return {id, title,
          fmt::format("{} of {} are within one width, {} within two.", within(all, 1), all.size(),
                      within(all, 2)),
          std::move(chart), std::move(table)};
}

report::Section fit_section(const std::vector<Gap>& all, bool held_out) {
  const std::string id = held_out ? "held-out" : "fitted";
  const std::string title = held_out ? "Held out" : "Fitted";
  report::Section section{id, title, {}};
  section.blocks.push_back(report::Paragraph{fmt::format(
      "{} of {} figures are within one width of what was published, {} within two. {} widths are "
      "judgements and are counted among them; {} are published or follow from rounding.",
      within(all, 1), all.size(), within(all, 2), judged(all), all.size() - judged(all))});
  section.blocks.push_back(gap_figure(all, id + "-gaps", "Gaps: " + title));
  section.blocks.push_back(gap_table(all, id + "-moments", title));
  return section;
}

report::Section parameter_section(const Estimate& estimate) {
  report::Section section{"parameters", "Parameters", {}};
  report::Table table{"estimated",
                      "What was known before and after",
                      {{"Parameter", ""},
                       {"Prior", ""},
                       {"Estimate", ""},
                       {"Width before", ""},
                       {"Width after", ""},
                       {"Ratio", ""},
                       {"", ""}},
                      {},
                      "Widths of parameters that must be positive are of their logarithm."};
  std::size_t by_prior = 0, known = 0;
  for (const std::size_t i : estimate.free) {
    const auto& e = estimate.parameters.entries[i];
    const double ratio = e.sd / e.width;
    known += e.sd > 0;
    by_prior += ratio > set_by_the_prior;
    table.rows.push_back({e.name, Number{e.prior, 4}, Number{e.value, 4}, Number{e.width, 2},
                          Number{e.sd, 2}, Number{ratio, 2},
                          std::string(ratio > set_by_the_prior ? "set by the prior" : "")});
  }
  section.blocks.push_back(report::Paragraph{
      known == 0
          ? std::string("Widths after estimation were not worked out.")
          : fmt::format("{} of {} parameters are set by the prior: estimation left more than "
                        "{} of their width. What the data say of them is little.",
                        by_prior, estimate.free.size(), set_by_the_prior)});
  section.blocks.push_back(std::move(table));
  return section;
}

std::string cell_text(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* number = std::get_if<Number>(&cell))
    return fmt::format("{:.{}f}", number->value, number->digits);
  return "";
}

void add_table(std::string& out, const report::Table& table) {
  std::string rule = "|";
  out += "\n|";
  for (const report::Column& column : table.columns) {
    out += " " + column.title + (column.unit.empty() ? "" : ", " + column.unit) + " |";
    rule += "---|";
  }
  out += "\n" + rule + "\n";
  for (const auto& row : table.rows) {
    out += "|";
    for (const Cell& cell : row) out += " " + cell_text(cell) + " |";
    out += "\n";
  }
  if (!table.note.empty()) out += "\n" + table.note + "\n";
}

} // namespace

report::Document fit_document(const std::vector<Target>& targets, const Estimate& estimate,
                              const std::string& made_by) {
  report::Document document;
  document.language = report::Language::en;
  document.title = "Calibration: the fit";
  document.subtitle = made_by;
  const auto fitted = gaps(targets, estimate, false), held = gaps(targets, estimate, true);
  report::Section summary{"summary", "Summary", {}};
  summary.blocks.push_back(report::KeyNumbers{
      {fmt::format("{} of {}", within(fitted, 1), fitted.size()), "fitted figures within one width",
       fmt::format("{} within two", within(fitted, 2))},
      {fmt::format("{} of {}", within(held, 1), held.size()), "held-out figures within one width",
       fmt::format("{} within two", within(held, 2))},
      {fmt::format("{:.1f}", estimate.loss_after), "loss after estimation",
       fmt::format("{:.1f} at the start", estimate.loss_before)}});
  const std::string done =
      estimate.rounds == 0
          ? fmt::format("No parameter was moved here: {} simulations measured the fit where {} of "
                        "them stand.",
                        estimate.simulations, estimate.free.size())
          : fmt::format("{} rounds and {} simulations moved {} parameters.", estimate.rounds,
                        estimate.simulations, estimate.free.size());
  summary.blocks.push_back(report::Paragraph{
      done + " The loss is the sum of squared gaps in widths of the fitted figures and of squared "
             "distances from the priors in theirs."});
  document.sections = {std::move(summary), fit_section(fitted, false), fit_section(held, true),
                       parameter_section(estimate)};
  return document;
}

std::string to_markdown(const report::Document& document) {
  std::string out = "# " + document.title + "\n\nGenerated; made by `" + document.subtitle + "`.\n";
  for (const report::Section& section : document.sections) {
    out += "\n## " + section.title + "\n";
    for (const report::Block& block : section.blocks) {
      if (const auto* paragraph = std::get_if<report::Paragraph>(&block))
        out += "\n" + paragraph->text + "\n";
      if (const auto* numbers = std::get_if<report::KeyNumbers>(&block)) {
        out += "\n";
        for (const auto& n : *numbers)
          out += fmt::format("- **{}** {} ({})\n", n.value, n.label, n.uncertainty);
      }
      if (const auto* table = std::get_if<report::Table>(&block)) add_table(out, *table);
    }
  }
  return out;
}

} // namespace tiltak::study
