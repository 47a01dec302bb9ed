// tiltak compare: scenarios on the same persons and luck; differences, why, and how sure.
#include <algorithm>
#include <filesystem>
#include <memory>

#include <fmt/format.h>

#include <tiltak/compare/identities.hpp>
#include <tiltak/core/diagnostic.hpp>
#include <tiltak/core/json.hpp>
#include <tiltak/core/parallel.hpp>
#include <tiltak/core/suggest.hpp>
#include <tiltak/report/comparison.hpp>
#include <tiltak/report/csv.hpp>
#include <tiltak/report/html.hpp>
#include <tiltak/scenario/changes.hpp>
#include <tiltak/scenario/fit_file.hpp>
#include <tiltak/scenario/plan.hpp>
#include <tiltak/store/aside.hpp>
#include <tiltak/store/reader.hpp>
#include <tiltak/study/comparison.hpp>
#include <tiltak/study/comparison_cost.hpp>

#include "command.hpp"
#include "comparison_output.hpp"
#include "terminal.hpp"

namespace tiltak::cli {
namespace {

struct CompareOptions {
  std::vector<std::string> scenarios;
  std::string output;
  std::vector<std::string> equal;
  study::ComparisonOptions study;
};

void check(const CompareOptions& options) {
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

// Now, not after the simulations.
void check_folder(const std::string& folder) {
  if (folder.empty()) return;
  std::filesystem::create_directories(folder);
  store::check_writable(folder + "/report-nb.html");
}

void write_pages(const std::vector<compare::Comparison>& comparisons, const store::Provenance& run,
                 const std::string& folder) {
  for (const auto language : {report::Language::nb, report::Language::en}) {
    const auto document = report::make_comparison(comparisons, run, language);
    const std::string name = language == report::Language::nb ? "nb" : "en";
    report::write_csv(document, folder + "/" + name);
    store::write_whole(folder + "/report-" + name + ".html", report::to_html(document));
  }
}

store::Provenance provenance(const study::Variant& first, const Common& common) {
  const scenario::Values& values = first.values();
  store::Provenance p = store::begin_provenance();
  p.title = values.has("name.en") ? values.text("name.en") : first.path();
  p.scenario = values.source_text();
  p.parameters = values.canonical();
  p.changes = scenario::changes(values);
  p.fit = scenario::fit_of(values);
  p.seed = static_cast<std::uint64_t>(values.integer("seed"));
  p.expansion = 1 / values.real("population.scale");
  p.command_line = common.command_line;
  p.threads = static_cast<std::int32_t>(parallel::threads());
  return p;
}

// The scenario at `path`, on as many persons and with the same luck as the first where it says
// nothing of them itself; what it takes over is said.
study::Variant other_than(const study::Variant& first, const std::string& path,
                          scenario::Change change, bool quiet) {
  const study::Variant alone(path, change);
  std::string taken;
  for (const char* key : {"seed", "replications", "population.scale"}) {
    const scenario::Value& value = first.values().at(key);
    if (value.is_default() || !alone.values().at(key).is_default()) continue;
    change.assignments.push_back({first.path(), key, value.written});
    taken += fmt::format("{}{} {}", taken.empty() ? "" : ", ", key, value.written);
  }
  if (taken.empty()) return alone;
  if (!quiet) fmt::print(stderr, "{}: {}, as in {}\n", path, taken, first.path());
  return {path, change};
}

// The runs of the headline as results files, one for each start phase.
class Files {
public:
  Files(std::filesystem::path folder, std::size_t pair, const study::Variant& first,
        const Common& common)
      : folder_(std::move(folder)), pair_(pair), first_(first), common_(common) {}

  std::unique_ptr<FileRecorder> open(const Plan& plan, std::size_t phase) {
    std::filesystem::create_directories(folder_); // the scenarios are sound by now
    paths_.push_back(folder_ / fmt::format("pair-{}-phase-{}.h5", pair_, phase + 1));
    return std::make_unique<FileRecorder>(paths_.back(), provenance(first_, common_), plan,
                                          PanelKind::none);
  }

  // The accounts once more, from what was written. Throws RunError.
  void check() const {
    for (const std::string& path : paths_)
      if (const auto faults = compare::identity_faults(store::ResultReader(path)); !faults.empty())
        throw RunError(path + ": " + fmt::format("{}", fmt::join(faults, "\n")));
  }

  std::vector<compare::GroupGain> by_group(double discount_rate) const {
    return compare::gains_by_group(paths_, discount_rate);
  }

private:
  std::filesystem::path folder_;
  std::size_t pair_;
  const study::Variant& first_;
  const Common& common_;
  std::vector<std::string> paths_;
};

int run(const CompareOptions& options, const Common& common) {
  check(options);
  check_folder(options.output);
  scenario::Change change = change_of(common);
  change.measures = scenario::measure_ids();
  std::vector<study::Variant> variants;
  for (const std::string& path : options.scenarios)
    variants.push_back(variants.empty() ? study::Variant(path, change)
                                        : other_than(variants.front(), path, change, common.quiet));
  std::vector<compare::Comparison> comparisons;
  for (std::size_t k = 1; k < variants.size(); ++k) {
    Files files(options.output, k, variants[0], common);
    study::ComparisonOptions study = options.study;
    if (!options.output.empty())
      study.file = [&](const Plan& plan, std::size_t phase) { return files.open(plan, phase); };
    if (!common.quiet)
      fmt::print(stderr, "{}\n",
                 study::in_words(study::cost_of(variants[0], variants[k], options.study)));
    comparisons.push_back(
        study::compare_scenarios(variants[0], variants[k], study, progress_bar(common.quiet)));
    files.check();
    comparisons.back().groups = files.by_group(comparisons.back().discount_rate);
  }
  if (!options.output.empty())
    write_pages(comparisons, provenance(variants[0], common), options.output);
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
  const auto options = std::make_shared<CompareOptions>();
  app.option("SCENARIO", options->scenarios, "The scenarios; each is compared with the first")
      .required();
  app.option("-o,--output", options->output,
             "A folder for the report (nb, en), its tables, and the results files of the runs")
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
