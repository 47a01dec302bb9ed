// tiltak calibrate: estimates parameters from targets and writes them with where each came from.
#include <fstream>
#include <memory>

#include <fmt/format.h>

#include <tiltak/scenario/data_files.hpp>
#include <tiltak/scenario/plan.hpp>
#include <tiltak/scenario/resolve.hpp>
#include <tiltak/store/aside.hpp>
#include <tiltak/study/estimation.hpp>

#include "command.hpp"
#include "terminal.hpp"

namespace tiltak::cli {
namespace {

struct Options {
  std::string targets, output, scenario;
  int rounds = 8;
};

void print_fit(const std::vector<study::Target>& targets, const study::Estimate& estimate) {
  fmt::print("{:<44} {:>8} {:>8} {:>8} {:>7}\n", "", "target", "start", "fitted", "gap/se");
  for (const auto& target : targets) {
    const auto at = [&](const study::Moments& moments) {
      const auto found = moments.find(target.id);
      return found == moments.end() ? 0.0 : found->second;
    };
    fmt::print("{:<44} {:8.2f} {:8.2f} {:8.2f} {:7.1f}{}\n", target.id, target.value,
               at(estimate.before), at(estimate.after),
               (at(estimate.after) - target.value) / target.width,
               target.held_out ? "  held out" : "");
  }
}

int calibrate(const Options& options, const Common& common) {
  Diagnostics diagnostics;
  const study::TargetFile targets = study::read_targets(options.targets, diagnostics);
  if (!diagnostics.empty()) throw InputError(diagnostics);
  const auto start = scenario::read_parameters(targets.priors, diagnostics);
  const std::string path = options.scenario.empty()
                               ? scenario::shipped_file("baseline/norway.yaml").string()
                               : options.scenario;
  const auto values = scenario::resolve(path, change_of(common), diagnostics);
  if (!diagnostics.empty()) throw InputError(diagnostics);
  study::EstimationOptions how;
  how.most_rounds = options.rounds;
  const auto estimate =
      study::estimate(*values, start, targets.targets, how, progress_bar(common.quiet));
  const std::string head = fmt::format(
      "# Estimated parameters. Made by: tiltak calibrate {} -o {} --scale {} --rounds {}\n"
      "# Loss {:.2f}, at the start {:.2f}; {} rounds, {} simulations of seed {}.\n"
      "# sd: after estimation, on the parameter's scale, by the curvature at the end.\n",
      options.targets, options.output, values->real("population.scale"), options.rounds,
      estimate.loss_after, estimate.loss_before, estimate.rounds, estimate.evaluations,
      values->integer("seed"));
  store::Aside file(options.output);
  std::ofstream(file.aside()) << scenario::write_parameters(estimate.parameters, head);
  file.commit();
  if (!common.quiet) print_fit(targets.targets, estimate);
  fmt::print("{}: loss {:.2f} from {:.2f} in {} rounds\n", options.output, estimate.loss_after,
             estimate.loss_before, estimate.rounds);
  return done;
}

} // namespace

Action declare_calibrate(Arguments& app, Common& common) {
  const auto options = std::make_shared<Options>();
  app.option("TARGETS", options->targets, "The file of targets").required();
  app.option("-o,--output", options->output, "The file of parameters to write").required();
  app.option("--scenario", options->scenario,
             "The scenario the moments are taken from; by default the shipped baseline");
  app.option("--rounds", options->rounds, "Rounds at most").shows_default();
  add_changes(app, common);
  app.footer("Example:\n  tiltak calibrate scenarios/baseline/targets.yaml -o parameters.yaml "
             "--scale 0.1");
  return [options, &common] { return calibrate(*options, common); };
}

} // namespace tiltak::cli
