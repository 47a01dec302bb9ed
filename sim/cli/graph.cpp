// tiltak graph: the transition structure, as Graphviz.
#include <fstream>
#include <memory>

#include <fmt/format.h>

#include <tiltak/scenario/plan.hpp>
#include <tiltak/scenario/resolve.hpp>
#include <tiltak/state/graph.hpp>
#include <tiltak/store/aside.hpp>

#include "command.hpp"

namespace tiltak::cli {
namespace {

struct Options {
  std::string scenario, output;
};

int graph(const Options& options, const Common& common) {
  const auto values = scenario::resolve(options.scenario, change_of(common));
  const Plan plan = scenario::make_plan(values);
  std::vector<std::string> labels;
  for (const EdgeParameters& edge : plan.hazards)
    labels.push_back(fmt::format("{:.4f}", edge.base));
  const std::string dot = graph_dot(labels);
  if (options.output.empty()) {
    fmt::print("{}", dot);
    return done;
  }
  store::Aside file(options.output);
  std::ofstream(file.aside()) << dot;
  file.commit();
  return done;
}

} // namespace

Action declare_graph(Arguments& app, Common& common) {
  const auto options = std::make_shared<Options>();
  add_scenario(app, common, options->scenario);
  app.option("-o,--output", options->output, "The file to write; standard output without it");
  app.footer("Labels are monthly hazards at the reference; blue edges are hires.\n\nExample:\n"
             "  tiltak graph scenarios/baseline/norway.yaml | dot -Tsvg -o graph.svg");
  return [options, &common] { return graph(*options, common); };
}

} // namespace tiltak::cli
