// tiltak run: simulates one scenario and writes a results file.
#include <chrono>
#include <memory>

#include <fmt/format.h>

#include <tiltak/compare/identities.hpp>
#include <tiltak/core/diagnostic.hpp>
#include <tiltak/core/json.hpp>
#include <tiltak/core/parallel.hpp>
#include <tiltak/engine/file_recorder.hpp>
#include <tiltak/engine/simulation.hpp>
#include <tiltak/scenario/changes.hpp>
#include <tiltak/scenario/plan.hpp>
#include <tiltak/scenario/resolve.hpp>
#include <tiltak/study/headlines.hpp>

#include "command.hpp"
#include "terminal.hpp"

namespace tiltak::cli {
namespace {

struct Options {
  std::string scenario, output;
};

store::Provenance provenance(const scenario::Values& values, const Plan& plan,
                             const Common& common) {
  store::Provenance p = store::begin_provenance();
  p.title = values.has("name.en") ? values.text("name.en") : "tiltak";
  p.scenario = values.source_text();
  p.parameters = values.canonical();
  p.changes = scenario::changes(values);
  p.seed = plan.seed;
  p.expansion = 1 / plan.scale;
  p.command_line = common.command_line;
  p.threads = static_cast<std::int32_t>(parallel::threads());
  return p;
}

// The accounts once more, from what was written.
void check_file(const std::string& path) {
  const auto faults = compare::identity_faults(store::ResultReader(path));
  if (!faults.empty()) throw RunError(fmt::format("{}", fmt::join(faults, "\n")));
}

int run(const Options& options, const Common& common) {
  scenario::Change change = change_of(common);
  change.measures = scenario::measure_ids();
  const scenario::Values values = scenario::resolve(options.scenario, change);
  const Plan plan = scenario::make_plan(values);
  const PanelKind panel =
      values.choice("output.panel") == "none" ? PanelKind::none : PanelKind::full;
  FileRecorder recorder(options.output, provenance(values, plan, common), plan, panel);
  const Progress progress = progress_bar(common.quiet);
  const auto began = std::chrono::steady_clock::now();
  std::size_t persons = 0;
  study::Headlines headlines(plan.scale);
  std::int64_t replications = 0;
  for (std::uint32_t r = 0; study::goes_on(plan, headlines, r); ++r, ++replications) {
    Simulation simulation(plan, r);
    persons = simulation.people().size();
    recorder.begin_replication(r);
    simulation.run(recorder, progress);
    if (!simulation.accounts()) continue;
    recorder.add_accounts(*simulation.accounts());
    headlines.add(*simulation.accounts());
  }
  recorder.set_variance_ratio(headlines.variance_ratio());
  recorder.commit();
  check_file(options.output);
  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  if (common.json) {
    Json json;
    json.set("output", options.output);
    json.set("persons", static_cast<std::int64_t>(persons));
    json.set("months", plan.months);
    json.set("burn_in_months", plan.burn_in);
    json.set("replications", replications);
    if (headlines.replications() > 0) json.set("job_years", study::in_json(headlines));
    json.set("seconds", seconds);
    fmt::print("{}\n", json.text(2));
  } else if (!common.quiet) {
    fmt::print("{}: {} persons, {} months after {} of burn-in, {} replication{}, {:.1f} s\n",
               options.output, persons, plan.months, plan.burn_in, replications,
               replications == 1 ? "" : "s", seconds);
    fmt::print("{}", study::in_words(headlines));
  }
  return done;
}

} // namespace

Action declare_run(Arguments& app, Common& common) {
  const auto options = std::make_shared<Options>();
  add_scenario(app, common, options->scenario);
  app.option("-o,--output", options->output, "The results file (HDF5)")
      .required()
      .placeholder("OUT.h5");
  app.footer("The file appears under its name only when it is whole.\n\nExample:\n"
             "  tiltak run scenarios/baseline/norway.yaml -o out.h5 --scale 0.05");
  return [options, &common] { return run(*options, common); };
}

} // namespace tiltak::cli
