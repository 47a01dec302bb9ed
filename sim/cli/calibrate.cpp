// tiltak calibrate: estimates parameters from targets and writes them with where each came from.
#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <tuple>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <tiltak/core/json.hpp>
#include <tiltak/core/suggest.hpp>
#include <tiltak/report/html.hpp>
#include <tiltak/scenario/data_files.hpp>
#include <tiltak/scenario/fit_file.hpp>
#include <tiltak/scenario/parameters_in_force.hpp>
#include <tiltak/scenario/resolve.hpp>
#include <tiltak/store/aside.hpp>
#include <tiltak/study/estimation.hpp>
#include <tiltak/study/estimation_state.hpp>
#include <tiltak/study/fit_report.hpp>
#include <tiltak/study/fit_table.hpp>
#include <tiltak/study/posterior.hpp>

#include "command.hpp"
#include "terminal.hpp"

namespace tiltak::cli {
namespace {

struct CalibrateOptions {
  std::string targets, output, scenario, draws, prior_draws, report, markdown, from, slopes;
  std::vector<std::string> estimate; // beginnings of names
  int rounds = 8, draw_count = 20;
  double step = 0.2;
  bool resume = false, no_posterior = false, no_effects = false;
};

// Everything an estimation is made of, read and checked.
struct Inputs {
  std::vector<study::Target> targets;
  scenario::ParameterFile start;
  scenario::Values values;
};

// Without the evaluations, which take three quarters of the time: measures stay as they are.
void leave_effects(std::vector<study::Target>& targets, scenario::ParameterFile& start) {
  std::erase_if(targets, [](const study::Target& target) { return target.is_effect(); });
  for (auto& entry : start.entries)
    if (entry.name.starts_with("measure.")) entry.held = true;
}

// The parameters to estimate are those of the priors; a file of an earlier estimation says where to
// begin with those of them that it knows.
void begin_at(const std::string& file, scenario::ParameterFile& start, Diagnostics& diagnostics) {
  std::map<std::string, std::pair<double, double>> known; // value, and width after estimation
  for (const auto& entry : scenario::read_parameters(file, diagnostics).entries)
    known[entry.name] = {entry.value, entry.sd};
  for (auto& entry : start.entries)
    if (const auto found = known.find(entry.name); found != known.end())
      std::tie(entry.value, entry.sd) = found->second;
}

// Holds all parameters but those whose names begin as asked for.
void hold_others(const std::vector<std::string>& beginnings, scenario::ParameterFile& start,
                 Diagnostics& diagnostics) {
  std::vector<std::string> names;
  for (const auto& entry : start.entries) names.push_back(entry.name);
  const auto is_asked = [&](const std::string& name) {
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](const std::string& beginning) { return name.starts_with(beginning); });
  };
  for (const std::string& beginning : beginnings)
    if (std::none_of(names.begin(), names.end(),
                     [&](const std::string& name) { return name.starts_with(beginning); }))
      diagnostics.add({"--estimate", 0, 0}, "no parameter's name begins with '" + beginning + "'",
                      {}, did_you_mean(beginning, names));
  for (auto& entry : start.entries) entry.held = entry.held || !is_asked(entry.name);
}

Inputs read_inputs(const CalibrateOptions& options, const Common& common) {
  Diagnostics diagnostics;
  const scenario::EvidenceBase evidence(scenario::shipped_file("evidence"), diagnostics);
  auto targets = study::read_targets(options.targets, evidence, diagnostics);
  if (!diagnostics.empty()) throw InputError(diagnostics);
  auto start = scenario::read_parameters(targets.priors, diagnostics);
  if (!options.from.empty()) begin_at(options.from, start, diagnostics);
  study::hold(targets, start, diagnostics);
  if (!options.estimate.empty()) hold_others(options.estimate, start, diagnostics);
  for (const auto& entry : start.entries)
    evidence.check_source(entry.source, entry.place, diagnostics);
  const std::string path = options.scenario.empty()
                               ? scenario::shipped_file("baseline/norway.yaml").string()
                               : options.scenario;
  auto values = scenario::resolve(path, change_of(common), diagnostics);
  if (values) scenario::lay_variants(*values, start, diagnostics);
  if (!diagnostics.empty()) throw InputError(diagnostics);
  if (options.no_effects) leave_effects(targets.targets, start);
  return {std::move(targets.targets), std::move(start), std::move(*values)};
}

study::Estimate estimate(const CalibrateOptions& options, const Common& common,
                         const Inputs& inputs) {
  const std::string state_path = options.output + ".state";
  study::EstimationOptions how;
  how.most_rounds = options.rounds;
  how.step = options.step;
  how.posterior = !options.no_posterior;
  const auto save = [&](const study::EstimationState& state) {
    study::write_state(state_path, state);
  };
  study::EstimationState state, other;
  Diagnostics diagnostics;
  if (!options.slopes.empty()) {
    other = study::read_state(options.slopes, diagnostics);
    how.slopes_of = &other;
  }
  const bool resume = options.resume && std::filesystem::exists(state_path);
  if (resume) state = study::read_state(state_path, diagnostics);
  if (!diagnostics.empty()) throw InputError(diagnostics);
  study::Estimation estimation(inputs.values, inputs.start, inputs.targets, how);
  return estimation.run(progress_bar(common.quiet), save, resume ? &state : nullptr);
}

std::string made_by(const CalibrateOptions& options, const Inputs& inputs) {
  return fmt::format("tiltak calibrate {} -o {} --scale {} --replications {} --rounds {}{}",
                     options.targets, options.output, inputs.values.real("population.scale"),
                     inputs.values.integer("replications"), options.rounds,
                     (options.from.empty() ? "" : " --from " + options.from) +
                         (options.estimate.empty()
                              ? ""
                              : fmt::format(" --estimate {}", fmt::join(options.estimate, " "))) +
                         (options.no_effects ? " --no-effects" : ""));
}

void write_results(const CalibrateOptions& options, const Inputs& inputs,
                   const study::Estimate& result) {
  const std::string head = fmt::format(
      "# Estimated parameters. Made by: {}\n"
      "# Loss {:.2f}, at the start {:.2f}; {} rounds, {} simulations of seed {}.\n"
      "# sd: after estimation, on the parameter's scale, by the curvature at the end.\n",
      made_by(options, inputs), result.loss_after, result.loss_before, result.rounds,
      result.simulations, inputs.values.integer("seed"));
  store::write_whole(options.output, scenario::write_parameters(result.parameters.entries, head));
  store::write_whole(scenario::fit_path(options.output),
                     study::fit_table(inputs.targets, result, made_by(options, inputs)));
  const auto write_draws = [&](const std::string& path, const study::Estimate& of) {
    if (path.empty()) return;
    const auto draws =
        study::draw_parameters(of, static_cast<std::size_t>(options.draw_count),
                               static_cast<std::uint64_t>(inputs.values.integer("seed")));
    store::write_whole(path, study::to_csv(draws));
  };
  write_draws(options.draws, result);
  write_draws(options.prior_draws, study::prior_of(result));
  const auto document = study::fit_document(inputs.targets, result, made_by(options, inputs));
  if (!options.report.empty()) store::write_whole(options.report, report::to_html(document));
  if (!options.markdown.empty()) store::write_whole(options.markdown, study::to_markdown(document));
}

void print_fit(const std::vector<study::Target>& targets, const study::Estimate& result) {
  fmt::print("{:<44} {:>8} {:>8} {:>8} {:>7}\n", "", "target", "start", "fitted", "gap/se");
  for (std::size_t i = 0; i < targets.size(); ++i)
    fmt::print("{:<44} {:8.2f} {:8.2f} {:8.2f} {:7.1f}{}\n", targets[i].id, targets[i].value,
               result.before[i], result.after[i],
               targets[i].gap(result.after[i]) / targets[i].width,
               targets[i].held_out ? "  held out" : "");
}

Json in_json(const CalibrateOptions& options, const std::vector<study::Target>& targets,
             const study::Estimate& result) {
  Json json, moments = Json::array();
  json.set("output", options.output);
  json.set("fit", scenario::fit_path(options.output).string());
  json.set("loss", result.loss_after);
  json.set("loss_at_start", result.loss_before);
  json.set("rounds", result.rounds);
  json.set("simulations", result.simulations);
  for (std::size_t i = 0; i < targets.size(); ++i) {
    Json moment;
    moment.set("moment", targets[i].id);
    moment.set("target", targets[i].value);
    moment.set("model", result.after[i]);
    moment.set("gap", targets[i].gap(result.after[i]) / targets[i].width);
    moment.set("held_out", targets[i].held_out);
    moments.push(std::move(moment));
  }
  json.set("moments", std::move(moments));
  return json;
}

int calibrate(const CalibrateOptions& options, const Common& common) {
  if (options.no_posterior && !options.draws.empty())
    throw InputError({"--draws", 0, 0}, "draws need the widths that --no-posterior leaves out");
  const Inputs inputs = read_inputs(options, common);
  store::check_writable(options.output); // now, not after hours
  const study::Estimate result = estimate(options, common, inputs);
  write_results(options, inputs, result);
  if (common.json) {
    fmt::print("{}\n", in_json(options, inputs.targets, result).text(2));
  } else if (!common.quiet) {
    print_fit(inputs.targets, result);
    fmt::print("{}: loss {:.2f} from {:.2f} in {} rounds\n", options.output, result.loss_after,
               result.loss_before, result.rounds);
  }
  return done;
}

} // namespace

Action declare_calibrate(Arguments& app, Common& common) {
  const auto options = std::make_shared<CalibrateOptions>();
  app.option("TARGETS", options->targets, "The file of targets").required();
  app.option("-o,--output", options->output,
             "The file of parameters to write; the fit goes beside it (.fit.tsv), and into results")
      .required();
  app.option("--scenario", options->scenario,
             "The scenario the moments are taken from; by default the shipped baseline");
  app.option("--from", options->from,
             "Parameters to start from, as a coarser estimation wrote them; by default the priors "
             "that TARGETS names");
  app.option(
      "--slopes", options->slopes,
      "The .state of an estimation of the same parameters at a smaller scale: the first round "
      "goes by its slopes instead of a design of its own");
  app.option("--estimate", options->estimate,
             "Estimate only the parameters whose names begin so, as measure. or hazard.jobs");
  app.option("--rounds", options->rounds, "Rounds at most; 0 measures the fit where it begins")
      .shows_default();
  app.option("--step", options->step, "Step of the designs, in widths of the priors")
      .shows_default();
  app.option("--draws", options->draws,
             "Draws of the parameters to write, as parameters.draws takes them (CSV)");
  app.option("--prior-draws", options->prior_draws,
             "The same from the priors alone: what the draws would be without the targets");
  app.option("--draw-count", options->draw_count, "How many draws").shows_default();
  app.option("--report", options->report, "The fit as a page (HTML)");
  app.option("--markdown", options->markdown, "The fit as a page of the documentation");
  app.flag("--no-effects", options->no_effects,
           "Leave out the effects by virtual evaluation, and the parameters of measures with them");
  app.flag("--no-posterior", options->no_posterior,
           "Leave out the last design, which gives the widths after estimation");
  app.flag("--resume", options->resume,
           "Go on from OUTPUT.state, which is written after each round");
  add_changes(app, common);
  app.footer(
      "Coarse first, then fine:\n"
      "  tiltak calibrate scenarios/baseline/targets.yaml -o coarse.yaml --scale 0.02\n"
      "  tiltak calibrate scenarios/baseline/targets.yaml -o parameters.yaml --from "
      "coarse.yaml \\\n    --slopes coarse.yaml.state --scale 0.05 --replications 8 --rounds 3 "
      "--draws draws.csv \\\n    --report fit.html");
  return [options, &common] { return calibrate(*options, common); };
}

} // namespace tiltak::cli
