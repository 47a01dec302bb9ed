// tiltak compare: scenarios on the same persons and luck; differences, why, and how sure.
#include <algorithm>
#include <filesystem>
#include <memory>

#include <fmt/format.h>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/core/json.hpp>
#include <tiltak/core/parallel.hpp>
#include <tiltak/core/suggest.hpp>
#include <tiltak/report/comparison.hpp>
#include <tiltak/report/csv.hpp>
#include <tiltak/report/html.hpp>
#include <tiltak/scenario/plan.hpp>
#include <tiltak/store/aside.hpp>
#include <tiltak/study/comparison.hpp>

#include "command.hpp"
#include "terminal.hpp"

namespace tiltak::cli {
namespace {

struct Options {
  std::vector<std::string> scenarios;
  std::string output;
  std::vector<std::string> equal;
  study::ComparisonOptions study;
};

void check(const Options& options) {
  Diagnostics diagnostics;
  if (options.scenarios.size() < 2)
    diagnostics.add(Origin{"tiltak compare", 0, 0}, "two scenarios or more are compared");
  const std::vector<std::string> kinds{"as_given", "present_value", "spent", "place_months"};
  for (const std::string& kind : options.equal)
    if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end())
      diagnostics.add(Origin{"--equal", 0, 0}, fmt::format("'{}' is no way of being equal", kind),
                      fmt::format("{}", fmt::join(kinds, ", ")), did_you_mean(kind, kinds));
  if (options.study.phases < 1)
    diagnostics.add(Origin{"--phases", 0, 0}, "there is at least one start phase");
  if (!diagnostics.empty()) throw InputError(diagnostics);
}

void write_pages(const std::vector<compare::Comparison>& comparisons, const store::Provenance& run,
                 const std::string& folder) {
  std::filesystem::create_directories(folder);
  for (const auto language : {report::Language::nb, report::Language::en}) {
    const auto document = report::make_comparison(comparisons, run, language);
    const std::string name = language == report::Language::nb ? "nb" : "en";
    report::write_csv(document, folder + "/" + name);
    store::write_whole(folder + "/report-" + name + ".html", report::to_html(document));
  }
}

void print(const compare::Comparison& comparison) {
  for (const compare::Equality& equality : comparison.equalities) {
    fmt::print("\n{} against {}, {} (level {:.4f}, gap {:+.3f} %), {} replications x {} phases\n",
               comparison.first.en, comparison.second.en, equality.kind, equality.level,
               100 * equality.gap, comparison.replications, comparison.phases);
    for (const compare::Figure& figure : equality.figures) {
      const auto& d = figure.difference;
      fmt::print("   {:<22} {:>14.0f}{}\n", figure.id, d.mean,
                 d.half_width ? fmt::format(" ± {:.0f}", *d.half_width) : "");
    }
    fmt::print("   larger net effect: {}\n",
               compare::verdict(equality.figures.front().difference) == "none"
                   ? "no detectable difference"
                   : compare::verdict(equality.figures.front().difference));
  }
  if (!comparison.parts.empty()) fmt::print("   why the net effects differ, job-years\n");
  for (const compare::Part& part : comparison.parts)
    fmt::print("   {:<22} {:>14.0f}\n", part.id, part.value.mean);
}

Json in_json(const compare::Spread& spread) {
  Json json;
  json.set("mean", spread.mean);
  if (spread.half_width) json.set("half_width", *spread.half_width);
  return json;
}

Json in_json(const compare::Comparison& comparison) {
  Json json;
  json.set("first", comparison.first.en);
  json.set("second", comparison.second.en);
  json.set("replications", static_cast<std::int64_t>(comparison.replications));
  json.set("phases", static_cast<std::int64_t>(comparison.phases));
  json.set("price_year", comparison.price_year);
  json.set("discount_rate", comparison.discount_rate);
  Json& equalities = json.set("equal", Json::array());
  for (const compare::Equality& equality : comparison.equalities) {
    Json one;
    one.set("kind", equality.kind);
    one.set("level", equality.level);
    one.set("gap", equality.gap);
    for (const compare::Figure& figure : equality.figures) {
      Json& figure_json = one.set(figure.id, in_json(figure.difference));
      figure_json.set("undiscounted", figure.undiscounted.mean);
      if (figure.first) figure_json.set("first", figure.first->mean);
      if (figure.second) figure_json.set("second", figure.second->mean);
    }
    equalities.push(std::move(one));
  }
  Json& parts = json.set("parts", Json::object());
  for (const compare::Part& part : comparison.parts) parts.set(part.id, in_json(part.value));
  Json& map = json.set("map", Json::array());
  for (const compare::MapCell& cell : comparison.map) {
    Json one = in_json(cell.difference);
    one.set("displacement", cell.displacement);
    one.set("gamma", cell.gamma);
    if (comparison.has_frictions) one.set("frictions", cell.frictions);
    map.push(std::move(one));
  }
  return json;
}

int run(const Options& options, const Common& common) {
  check(options);
  scenario::Change change = change_of(common);
  change.measures = scenario::measure_ids();
  store::Provenance provenance = store::begin_provenance();
  provenance.command_line = common.command_line;
  provenance.threads = static_cast<std::int32_t>(parallel::threads());
  std::vector<study::Variant> variants;
  for (const std::string& path : options.scenarios) variants.emplace_back(path, change);
  std::vector<compare::Comparison> comparisons;
  for (std::size_t k = 1; k < variants.size(); ++k)
    comparisons.push_back(study::compare_scenarios(variants[0], variants[k], options.study,
                                                   progress_bar(common.quiet)));
  if (!options.output.empty()) {
    const auto& first = variants[0].values();
    provenance.seed = static_cast<std::uint64_t>(first.integer("seed"));
    provenance.expansion = 1 / first.real("population.scale");
    write_pages(comparisons, provenance, options.output);
  }
  if (common.json) {
    Json all = Json::array();
    for (const auto& comparison : comparisons) all.push(in_json(comparison));
    fmt::print("{}\n", all.text(2));
  } else if (!common.quiet) {
    for (const auto& comparison : comparisons) print(comparison);
    if (!options.output.empty())
      fmt::print("{0}/report-nb.html and {0}/report-en.html\n", options.output);
  }
  return done;
}

} // namespace

Action declare_compare(Arguments& app, Common& common) {
  const auto options = std::make_shared<Options>();
  app.option("SCENARIO", options->scenarios, "The scenarios; each is compared with the first")
      .required();
  app.option("-o,--output", options->output, "A folder for the report (nb, en) and its tables")
      .placeholder("DIR");
  app.option("--equal", options->equal,
             "What is made equal by solving for a level: as_given, present_value, spent, "
             "place_months; several give several comparisons, the first is the headline")
      .separated_by(',');
  app.option("--phases", options->study.phases, "Start phases of a periodic cycle").shows_default();
  app.option("--why", options->study.part_replications, "Replications for the explanation; 0: none")
      .shows_default();
  app.option("--map", options->study.map_replications, "Replications for the sign map; 0: none")
      .shows_default();
  app.option("--gamma", options->study.gamma, "Gamma at the ends of the sign map").shows_default();
  add_changes(app, common);
  app.footer("Differences are first less second.\n\nExample:\n  tiltak compare "
             "scenarios/examples/03-stable-budget.yaml scenarios/examples/02-cyclical-budget.yaml "
             "-o out --replications 8");
  return [options, &common] {
    options->study.equal = options->equal;
    return run(*options, common);
  };
}

} // namespace tiltak::cli
