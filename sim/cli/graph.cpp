// tiltak graph: the transition structure or the placement network, as Graphviz or drawn.
#include <cstdio>
#include <filesystem>
#include <memory>

#include <fmt/format.h>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/core/json.hpp>
#include <tiltak/measure/network.hpp>
#include <tiltak/scenario/plan.hpp>
#include <tiltak/scenario/resolve.hpp>
#include <tiltak/state/graph.hpp>
#include <tiltak/store/aside.hpp>

#include "command.hpp"

namespace tiltak::cli {
namespace {

struct GraphOptions {
  std::string scenario, output, of = "states";
};

std::string as_dot(const Plan& plan, const std::string& of) {
  if (of == "places") return placement_dot(plan.measures, normal_year(plan.measures, plan.budget));
  std::vector<std::string> labels;
  for (const EdgeParameters& edge : plan.hazards)
    labels.push_back(fmt::format("{:.4f}", edge.base));
  return graph_dot(labels);
}

// In single quotes, for the shell.
std::string quoted(const std::string& path) {
  std::string text = "'";
  for (const char c : path) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return text + "'";
}

// Lets Graphviz draw; its own complaints go to standard error.
void draw(const std::string& dot, const std::string& path) {
  std::FILE* program = ::popen(("dot -Tsvg -o " + quoted(path)).c_str(), "w");
  if (program == nullptr) throw RunError(path + ": cannot start Graphviz");
  std::fwrite(dot.data(), 1, dot.size(), program);
  if (::pclose(program) != 0)
    throw RunError(path +
                   ": Graphviz (dot) did not draw it. Install the package graphviz, or write "
                   "a file that ends in .dot");
}

int graph(const GraphOptions& options, const Common& common) {
  if (common.json && options.output.empty())
    throw InputError({"--json", 0, 0}, "the drawing itself goes to standard output", {},
                     "name a file for it with -o");
  const auto values = scenario::resolve(options.scenario, change_of(common));
  const std::string dot = as_dot(scenario::make_plan(values), options.of);
  if (options.output.empty()) {
    fmt::print("{}", dot);
    return done;
  }
  if (std::filesystem::path(options.output).extension() != ".svg") {
    store::write_whole(options.output, dot);
  } else {
    store::Aside file(options.output);
    draw(dot, file.aside());
    file.commit();
  }
  if (common.json) {
    Json json;
    json.set("output", options.output);
    fmt::print("{}\n", json.text(2));
  }
  return done;
}

} // namespace

Action declare_graph(Arguments& app, Common& common) {
  const auto options = std::make_shared<GraphOptions>();
  add_scenario(app, common, options->scenario);
  app.option("--of", options->of,
             "states: pairs of job and registration; places: posts, measures and groups")
      .one_of({"states", "places"})
      .shows_default();
  app.option(
      "-o,--output", options->output,
      "The file to write: Graphviz, or a drawing if it ends in .svg; standard output without");
  app.footer(
      "Labels of states are monthly hazards at the reference; blue edges are hires, dashed\n"
      "ones starts and ends of measures. Money and places are at the run's scale.\n\nExample:\n"
      "  tiltak graph scenarios/baseline/norway.yaml -o graph.svg\n"
      "  tiltak graph scenarios/baseline/norway.yaml --of places --scale 1 -o places.svg");
  return [options, &common] { return graph(*options, common); };
}

} // namespace tiltak::cli
