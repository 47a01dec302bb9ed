#include <tiltak/state/graph.hpp>

#include <set>
#include <utility>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>

#include <fmt/format.h>

#include <tiltak/state/readout.hpp>

namespace tiltak {
namespace {

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS>;

std::string node(Pair pair) { return std::string(facts(pair).name); }

} // namespace

std::vector<Edge> all_edges() {
  std::vector<Edge> edges(hazard_edges.begin(), hazard_edges.end());
  edges.insert(edges.end(), scheduled_edges.begin(), scheduled_edges.end());
  // Participants also leave by the hazard edges of the pair they came from.
  for (std::size_t p = 0; p < population_pairs; ++p) {
    const auto pair = static_cast<Pair>(p);
    if (hazard_pair(pair) == pair) continue;
    for (std::size_t e = 0; e < exit_table[p].count; ++e) {
      const Edge& inherited = hazard_edges[exit_table[p].first + e];
      edges.push_back({pair, inherited.to, inherited.kind});
    }
  }
  return edges;
}

std::vector<std::string> graph_faults(std::span<const Edge> edges) {
  std::vector<std::string> faults;
  Graph graph(population_pairs);
  std::set<std::pair<Pair, Pair>> competing; // a scheduled edge may go where a hazard goes
  for (const Edge& edge : edges) {
    if (edge.from == edge.to) faults.push_back(name(edge) + ": leads to itself");
    if (edge.kind != EdgeKind::scheduled && !competing.emplace(edge.from, edge.to).second)
      faults.push_back(name(edge) + ": stands twice");
    boost::add_edge(index(edge.from), index(edge.to), graph);
  }
  for (std::size_t p = 0; p < population_pairs; ++p) {
    const auto pair = static_cast<Pair>(p);
    if (boost::in_degree(p, graph) == 0) faults.push_back(node(pair) + ": cannot be reached");
    if (boost::out_degree(p, graph) == 0) faults.push_back(node(pair) + ": cannot be left");
  }
  std::vector<int> component(population_pairs);
  const int components = boost::strong_components(
      graph,
      boost::make_iterator_property_map(component.begin(), boost::get(boost::vertex_index, graph)));
  if (components != 1)
    faults.push_back(fmt::format("{} strongly connected components in place of one", components));
  return faults;
}

std::string graph_dot(const std::vector<std::string>& hazard_labels) {
  std::string dot = "digraph tiltak {\n  rankdir=LR; node [shape=box, style=rounded];\n";
  for (std::size_t s = 0; s + 1 < state_words.size(); ++s) {
    dot +=
        fmt::format("  subgraph cluster_{} {{ label=\"{}\"; color=grey;\n", s, state_words[s].en);
    for (std::size_t p = 0; p < population_pairs; ++p)
      if (six_state(static_cast<Pair>(p)) == static_cast<State>(s))
        dot += fmt::format("    {};\n", node(static_cast<Pair>(p)));
    dot += "  }\n";
  }
  for (std::size_t e = 0; e < edge_count; ++e) {
    const Edge& edge = hazard_edges[e];
    dot += fmt::format("  {} -> {} [color={}{}];\n", node(edge.from), node(edge.to),
                       edge.kind == EdgeKind::job ? "blue" : "black",
                       e < hazard_labels.size() ? ", label=\"" + hazard_labels[e] + "\"" : "");
  }
  for (const Edge& edge : scheduled_edges)
    dot += fmt::format("  {} -> {} [style=dashed];\n", node(edge.from), node(edge.to));
  return dot + "}\n";
}

} // namespace tiltak
