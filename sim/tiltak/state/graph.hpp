// The transition graph as a graph: checked, and drawn.
#pragma once

#include <string>
#include <vector>

#include <tiltak/state/edges.hpp>

namespace tiltak {

// What is wrong with a set of edges over the pairs of the population: a pair that cannot be reached
// from others, a pair that cannot be left (a trap), a self-loop, a double edge, or more than one
// strongly connected component. Empty when all is well.
std::vector<std::string> graph_faults(std::span<const Edge> edges);

// All edges, hazard and scheduled.
std::vector<Edge> all_edges();

// Graphviz DOT, nodes clustered by their reading as one of the six states. `label(edge number)` is
// written on each hazard edge; may be empty.
std::string graph_dot(const std::vector<std::string>& hazard_labels = {});

} // namespace tiltak
