// tiltak run: simulates one scenario and writes a results file.
#include <chrono>
#include <memory>

#include <fmt/format.h>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/core/parallel.hpp>
#include <tiltak/scenario/changes.hpp>
#include <tiltak/scenario/draws_file.hpp>
#include <tiltak/scenario/fit_file.hpp>
#include <tiltak/scenario/plan.hpp>
#include <tiltak/scenario/resolve.hpp>
#include <tiltak/study/replications.hpp>

#include "command.hpp"
#include "companions.hpp"
#include "run_options.hpp"
#include "shared_run.hpp"
#include "summary.hpp"
#include "terminal.hpp"

namespace tiltak::cli {
namespace {

struct RunCommandOptions {
  std::string scenario, output;
  RunWords words;
};

store::Provenance provenance(const scenario::Values& values, const Plan& plan,
                             const Common& common) {
  store::Provenance p = store::begin_provenance();
  p.title = values.has("name.en") ? values.text("name.en") : "tiltak";
  p.scenario = values.source_text();
  p.parameters = values.canonical();
  p.changes = scenario::changes(values);
  p.fit = scenario::fit_of(values);
  p.seed = plan.seed;
  p.expansion = 1 / plan.scale;
  p.command_line = common.command_line;
  p.threads = static_cast<std::int32_t>(parallel::threads());
  return p;
}

int run(const RunCommandOptions& options, const Common& common) {
  study::RunOptions how = read_words(options.words);
  if (common.companions->all().is_alone()) stop_at_checkpoints();
  how.output = options.output;
  how.say = [&common](const std::string& line) {
    if (!common.quiet) fmt::print(stderr, "tiltak: {}\n", line);
  };
  scenario::Change change = change_of(common);
  change.measures = scenario::measure_ids();
  const scenario::Values values = scenario::resolve(options.scenario, change);
  const std::vector<Plan> plans = scenario::make_plans(values);
  const Plan& plan = plans.front();
  how.panel = values.choice("output.panel") == "none" ? PanelKind::none : PanelKind::full;
  const store::Provenance about = provenance(values, plan, common);
  if (!common.companions->all().is_alone())
    return run_shared(how, options.words, plans, about, common);
  const auto began = std::chrono::steady_clock::now();
  study::Replications replications(plans, about, how);
  replications.run(progress_bar(common.quiet));
  if (how.shard.of == 1) check_file(options.output);
  Summary summary{options.output, replications.persons(), replications.count(),
                  std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count()};
  if (how.shard.of > 1) summary.part = fmt::format("{}/{}", how.shard.number, how.shard.of);
  print(summary, plan, replications.headlines(), common);
  return done;
}

} // namespace

Action declare_run(Arguments& app, Common& common) {
  const auto options = std::make_shared<RunCommandOptions>();
  add_scenario(app, common, options->scenario);
  app.option("-o,--output", options->output, "The results file (HDF5), or a part of it (--shard)")
      .required()
      .placeholder("OUT.h5");
  add_words(app, options->words);
  app.footer("The file appears under its name only when it is whole. SIGUSR1 makes a checkpoint\n"
             "beside it; SIGTERM makes one and ends with status 75.\n\nExample:\n"
             "  tiltak run scenarios/baseline/norway.yaml -o out.h5 --scale 0.05");
  return [options, &common] { return run(*options, common); };
}

} // namespace tiltak::cli
