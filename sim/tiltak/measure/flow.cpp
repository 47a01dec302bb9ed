#include <tiltak/measure/flow.hpp>

#include <algorithm>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/successive_shortest_path_nonnegative_weights.hpp>

namespace tiltak {
namespace {

using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
using Reverse = boost::property<boost::edge_reverse_t, Traits::edge_descriptor>;
using Weight = boost::property<boost::edge_weight_t, std::int64_t, Reverse>;
using Residual = boost::property<boost::edge_residual_capacity_t, std::int64_t, Weight>;
using Capacity = boost::property<boost::edge_capacity_t, std::int64_t, Residual>;
using FlowGraph =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, Capacity>;

class Network {
public:
  explicit Network(std::size_t nodes) : graph_(nodes) {}

  Traits::edge_descriptor add(std::size_t from, std::size_t to, std::int64_t capacity,
                              std::int64_t cost) {
    const auto there = boost::add_edge(from, to, graph_).first;
    const auto back = boost::add_edge(to, from, graph_).first;
    boost::put(boost::edge_capacity, graph_, there, capacity);
    boost::put(boost::edge_capacity, graph_, back, 0);
    boost::put(boost::edge_weight, graph_, there, cost);
    boost::put(boost::edge_weight, graph_, back, -cost);
    boost::put(boost::edge_reverse, graph_, there, back);
    boost::put(boost::edge_reverse, graph_, back, there);
    return there;
  }
  void solve(std::size_t source, std::size_t sink) {
    boost::successive_shortest_path_nonnegative_weights(graph_, source, sink);
  }
  std::int64_t flow(Traits::edge_descriptor edge) const {
    return boost::get(boost::edge_capacity, graph_, edge) -
           boost::get(boost::edge_residual_capacity, graph_, edge);
  }

private:
  FlowGraph graph_;
};

std::int64_t thousandths(double gain) { return static_cast<std::int64_t>(gain * 1000); }

} // namespace

std::vector<std::int64_t> best_flow(std::span<const double> gain,
                                    std::span<const std::int64_t> persons,
                                    std::span<const std::int64_t> places) {
  const std::size_t classes = persons.size(), measures = places.size();
  std::vector<std::int64_t> flow(classes * measures, 0);
  std::int64_t most = 0;
  for (const double g : gain) most = std::max(most, thousandths(g));
  if (most == 0) return flow;
  const std::size_t source = classes + measures, sink = source + 1;
  Network network(sink + 1);
  std::vector<std::pair<std::size_t, Traits::edge_descriptor>> arcs;
  for (std::size_t c = 0; c < classes; ++c) {
    if (persons[c] <= 0) continue;
    // Every person goes somewhere, to no measure at a gain of 0 if nothing else: the flow is then
    // the same for every solution, and the cheapest has the largest gain.
    network.add(source, c, persons[c], 0);
    network.add(c, sink, persons[c], most);
    for (std::size_t m = 0; m < measures; ++m)
      if (const auto g = thousandths(gain[c * measures + m]); places[m] > 0 && g > 0)
        arcs.emplace_back(c * measures + m,
                          network.add(c, classes + m, std::min(persons[c], places[m]), most - g));
  }
  for (std::size_t m = 0; m < measures; ++m)
    if (places[m] > 0) network.add(classes + m, sink, places[m], 0);
  network.solve(source, sink);
  for (const auto& [at, arc] : arcs) flow[at] = network.flow(arc);
  return flow;
}

} // namespace tiltak
