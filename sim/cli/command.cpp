#include "command.hpp"

#include <tiltak/scenario/resolve.hpp>

namespace tiltak::cli {

// declared here, defined in the file of the same name
Action declare_new(Arguments& app, Common& common);
Action declare_check(Arguments& app, Common& common);
Action declare_explain(Arguments& app, Common& common);
Action declare_schema(Arguments& app, Common& common);
Action declare_compare(Arguments& app, Common& common);
Action declare_evaluate(Arguments& app, Common& common);
Action declare_optimise(Arguments& app, Common& common);
Action declare_calibrate(Arguments& app, Common& common);
Action declare_run(Arguments& app, Common& common);
Action cluster(Arguments& app, Common& common);
Action declare_merge(Arguments& app, Common& common);
Action declare_graph(Arguments& app, Common& common);
Action declare_export(Arguments& app, Common& common);
Action declare_report(Arguments& app, Common& common);
Action declare_serve(Arguments& app, Common& common);

const std::vector<Command>& commands() {
  static const std::vector<Command> table{
      {"new", "Write a commented scenario to start from", declare_new},
      {"check", "Check a scenario without running it", declare_check},
      {"run", "Simulate a scenario", declare_run},
      {"compare", "Scenarios on the same persons and luck, and why they differ", declare_compare},
      {"evaluate", "What a study would find, beside the truth", declare_evaluate},
      {"optimise", "Search budget rules", declare_optimise},
      {"cluster", "Sort trajectories into types", cluster},
      {"calibrate", "Estimate parameters from targets", declare_calibrate},
      {"explain", "Show every value in force and where it came from", declare_explain},
      {"report", "Write a page on a results file", declare_report},
      {"merge", "Join the parts of a run", declare_merge},
      {"graph", "Draw the transition structure", declare_graph},
      {"export", "Every table of a results file as CSV", declare_export},
      {"serve", "A page in the browser to simulate from, for this machine", declare_serve},
      {"schema", "Print the JSON Schema of scenario files, for editors", declare_schema},
  };
  return table;
}

void add_common(Arguments& app, Common& common) {
  app.option("--threads", common.threads, "Threads to use; 0 is one for each core").shows_default();
  app.flag("-q,--quiet", common.quiet, "Say nothing but errors");
  app.flag("--json", common.json, "A machine-readable summary on standard output");
  app.option("--progress", common.progress,
             "How progress is told: shown, or in lines for other programs")
      .one_of({"shown", "lines"});
}

void add_scenario(Arguments& app, Common& common, std::string& path) {
  app.option("SCENARIO", path, "The scenario file").required();
  add_changes(app, common);
}

void add_changes(Arguments& app, Common& common) {
  add_common(app, common);
  app.option("--set", common.set,
             "Set a key of the scenario, as population.scale=0.1; may be repeated")
      .placeholder("KEY=VALUE")
      .one_word_each();
  app.option("--seed", common.seed, "The seed of all random draws").placeholder("N");
  app.option("--replications", common.replications, "How many times the simulation is repeated")
      .placeholder("N");
  app.option("--scale", common.scale, "The share of the population that is simulated")
      .placeholder("X");
}

scenario::Change change_of(const Common& common) {
  scenario::Change change;
  for (const std::string& text : common.set)
    change.assignments.push_back(scenario::read_assignment(text));
  if (common.seed) change.assignments.push_back({"--seed", "seed", *common.seed});
  if (common.replications)
    change.assignments.push_back({"--replications", "replications", *common.replications});
  if (common.scale) change.assignments.push_back({"--scale", "population.scale", *common.scale});
  return change;
}

} // namespace tiltak::cli
