// tiltak compare: scenarios on the same persons and luck; differences, why, and how sure.
#include <filesystem>
#include <fstream>
#include <memory>

#include <fmt/format.h>

#include <tiltak/compare/identities.hpp>
#include <tiltak/core/diagnostic.hpp>
#include <tiltak/core/json.hpp>
#include <tiltak/core/parallel.hpp>
#include <tiltak/report/comparison.hpp>
#include <tiltak/report/csv.hpp>
#include <tiltak/report/html.hpp>
#include <tiltak/scenario/changes.hpp>
#include <tiltak/scenario/plan.hpp>
#include <tiltak/store/aside.hpp>
#include <tiltak/store/reader.hpp>
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
  for (const std::string& kind : options.equal)
    if (kind != "as_given" && kind != "present_value" && kind != "spent" && kind != "place_months")
      diagnostics.add(Origin{"--equal", 0, 0}, fmt::format("'{}' is no way of being equal", kind),
                      "as_given, present_value, spent, place_months");
  if (options.study.phases < 1)
    diagnostics.add(Origin{"--phases", 0, 0}, "there is at least one start phase");
  if (!diagnostics.empty()) throw InputError(diagnostics);
}

void write_pages(const std::vector<compare::Comparison>& comparisons, const std::string& folder) {
  for (const auto language : {report::Language::nb, report::Language::en}) {
    const auto document = report::make_comparison(comparisons, language);
    const std::string name = language == report::Language::nb ? "nb" : "en";
    report::write_csv(document, folder + "/" + name);
    store::Aside page(folder + "/report-" + name + ".html");
    std::ofstream(page.aside()) << report::to_html(document);
    page.commit();
  }
}

store::Provenance provenance(const study::Variant& first, const Plan& plan,
                             const Common& common) {
  store::Provenance p = store::begin_provenance();
  p.title = first.values().has("name.en") ? first.values().text("name.en") : first.path();
  p.scenario = first.values().source_text();
  p.parameters = first.values().canonical();
  p.changes = scenario::changes(first.values());
  p.seed = plan.seed;
  p.expansion = 1 / plan.scale;
  p.command_line = common.command_line;
  p.threads = static_cast<std::int32_t>(parallel::threads());
  return p;
}

// The runs of the headline as results files, one for each start phase.
class Files {
public:
  Files(std::string prefix, const study::Variant& first, const Common& common)
      : prefix_(std::move(prefix)), first_(first), common_(common) {}

  std::unique_ptr<FileRecorder> open(const Plan& plan, std::size_t phase) {
    paths_.push_back(fmt::format("{}{}.h5", prefix_, phase + 1));
    return std::make_unique<FileRecorder>(paths_.back(), provenance(first_, plan, common_), plan,
                                          PanelKind::none);
  }

  // The accounts once more, from what was written. Throws RunError.
  void check() const {
    for (const std::string& path : paths_)
      if (const auto faults = compare::identity_faults(store::ResultReader(path)); !faults.empty())
        throw RunError(path + ": " + fmt::format("{}", fmt::join(faults, "\n")));
  }

private:
  std::string prefix_;
  const study::Variant& first_;
  const Common& common_;
  std::vector<std::string> paths_;
};

std::string with_interval(const compare::Spread& spread) {
  return fmt::format("{:.0f}", spread.mean) +
         (spread.half_width ? fmt::format(" ± {:.0f}", *spread.half_width) : "");
}

std::string larger(const compare::Spread& difference) {
  const std::string verdict = compare::verdict(difference);
  return verdict == "none" ? "no detectable difference" : verdict;
}

void print_map(const compare::Comparison& comparison) {
  if (comparison.map.empty()) return;
  fmt::print("   sign map, job-years: long-run displacement asked for (and shown by a run) x gamma\n"
             "   {:<10} {:>16} {:>18} {:>18} {:>18}\n",
             "frictions", "displacement", "gamma -", "0", "+");
  for (std::size_t k = 0; k + 2 < comparison.map.size(); k += 3) {
    const auto* row = &comparison.map[k];
    std::string asked = fmt::format("{:.2f}", row->displacement);
    if (row[1].achieved) asked += fmt::format(" ({:.2f})", *row[1].achieved);
    fmt::print("   {:<10} {:>16} {:>18} {:>18} {:>18}\n", row->frictions ? "on" : "off", asked,
               with_interval(row[0].difference), with_interval(row[1].difference),
               with_interval(row[2].difference));
  }
  for (const compare::BreakEven& line : compare::break_even(comparison.map)) {
    const std::string at = line.displacement
                               ? fmt::format("zero at displacement {:.2f}", *line.displacement)
                               : fmt::format("{} everywhere", line.positive ? "first" : "second");
    fmt::print("   frictions {}, gamma {:g}: {}\n", line.frictions ? "on" : "off", line.gamma, at);
  }
  for (const compare::Alternative& other : comparison.alternatives)
    fmt::print("   {:<22} {:>14}\n", other.id, with_interval(other.difference));
}

void print_uncertainty(const compare::Uncertainty& u) {
  fmt::print("   net varies by {:.0f} from seed to seed", u.sources.seed);
  if (u.draws > 1)
    fmt::print(", by {:.0f} with the parameters ({} draws)", u.sources.parameters, u.draws);
  fmt::print(" (standard deviations)");
  if (u.lowest) fmt::print("; {:.0f} to {:.0f} over the structures", *u.lowest, *u.highest);
  fmt::print("\n");
}

void print(const compare::Comparison& comparison) {
  fmt::print("\n{} against {}, {} replications x {} phases\n", comparison.first.en,
             comparison.second.en, comparison.replications, comparison.phases);
  print_map(comparison);
  for (const compare::Equality& equality : comparison.equalities) {
    fmt::print("   equal in {} (level {:.4f}, gap {:+.3f} %), NOK of {}\n", equality.kind,
               equality.level, 100 * equality.gap, comparison.price_year);
    for (const compare::Figure& figure : equality.figures)
      fmt::print("   {:<22} {:>14}\n", figure.id, with_interval(figure.difference));
    fmt::print("   larger net effect: {}\n", larger(equality.figures.front().difference));
  }
  print_uncertainty(comparison.uncertainty);
  if (!comparison.parts.empty()) fmt::print("   why the net effects differ, job-years\n");
  for (const compare::Part& part : comparison.parts)
    fmt::print("   {:<22} {:>14}\n", part.id, with_interval(part.value));
}

Json in_json(const compare::Spread& spread) {
  Json json;
  json.set("mean", spread.mean);
  if (spread.half_width) json.set("half_width", *spread.half_width);
  return json;
}

Json in_json(const compare::Uncertainty& u) {
  Json json;
  json.set("seed", u.sources.seed);
  if (u.draws > 1) json.set("parameters", u.sources.parameters);
  json.set("draws", static_cast<std::int64_t>(u.draws));
  if (u.lowest) json.set("lowest", *u.lowest);
  if (u.highest) json.set("highest", *u.highest);
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
    one.set("frictions", cell.frictions);
    if (cell.achieved) one.set("displacement_shown", *cell.achieved);
    map.push(std::move(one));
  }
  Json& alternatives = json.set("alternatives", Json::object());
  for (const auto& other : comparison.alternatives)
    alternatives.set(other.id, in_json(other.difference));
  json.set("uncertainty", in_json(comparison.uncertainty));
  return json;
}

int run(const Options& options, const Common& common) {
  check(options);
  scenario::Change change = change_of(common);
  change.measures = scenario::measure_ids();
  std::vector<study::Variant> variants;
  for (const std::string& path : options.scenarios) variants.emplace_back(path, change);
  std::vector<compare::Comparison> comparisons;
  if (!options.output.empty()) std::filesystem::create_directories(options.output);
  for (std::size_t k = 1; k < variants.size(); ++k) {
    Files files(fmt::format("{}/pair-{}-phase-", options.output, k), variants[0], common);
    study::ComparisonOptions study = options.study;
    if (!options.output.empty())
      study.file = [&](const Plan& plan, std::size_t phase) { return files.open(plan, phase); };
    comparisons.push_back(study::compare_scenarios(variants[0], variants[k], study,
                                                   progress_bar(common.quiet)));
    files.check();
  }
  if (!options.output.empty()) write_pages(comparisons, options.output);
  if (common.json) {
    Json all = Json::array();
    for (const auto& comparison : comparisons) all.push(in_json(comparison));
    fmt::print("{}\n", all.text(2));
  } else if (!common.quiet) {
    for (const auto& comparison : comparisons) print(comparison);
    if (!options.output.empty())
      fmt::print("{0}/report-nb.html and {0}/report-en.html; runs in {0}/pair-*.h5\n",
                 options.output);
  }
  return done;
}

} // namespace

Action declare_compare(Arguments& app, Common& common) {
  const auto options = std::make_shared<Options>();
  app.option("SCENARIO", options->scenarios, "The scenarios; each is compared with the first")
      .required();
  app.option("-o,--output", options->output, "A folder for the report (nb, en), its tables, and the results files of the runs")
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
