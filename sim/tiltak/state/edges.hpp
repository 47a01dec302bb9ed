// Every edge of the transition graph, once. Nothing else in the program names an edge.
//
// Edges with a hazard compete in a person's month; the others follow from the calendar (a measure
// starts or ends). The order of the hazard edges of a pair is the order of destinations in the
// inverse CDF: jobs come last, next to "stay", because policy moves jobs. That order alone changes
// the variance of a paired difference several-fold.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>

#include <tiltak/state/job_registration.hpp>

namespace tiltak {

enum class EdgeKind : std::uint8_t {
  job,       // an ordinary hire: a match, driven by the tightness of the market
  exit,      // hazard of its own
  scheduled, // start or end of a measure
};

struct Edge {
  Pair from, to;
  EdgeKind kind;
};

inline constexpr std::array hazard_edges{
    Edge{Pair::full_none, Pair::none_reduced, EdgeKind::exit},
    Edge{Pair::full_none, Pair::none_none, EdgeKind::exit},
    Edge{Pair::full_none, Pair::none_seeking, EdgeKind::exit},
    Edge{Pair::full_none, Pair::none_unemployed, EdgeKind::exit},
    Edge{Pair::full_none, Pair::part_none, EdgeKind::exit},

    Edge{Pair::part_none, Pair::none_reduced, EdgeKind::exit},
    Edge{Pair::part_none, Pair::none_none, EdgeKind::exit},
    Edge{Pair::part_none, Pair::none_seeking, EdgeKind::exit},
    Edge{Pair::part_none, Pair::none_unemployed, EdgeKind::exit},
    Edge{Pair::part_none, Pair::part_partly_unemployed, EdgeKind::exit},
    Edge{Pair::part_none, Pair::full_none, EdgeKind::job},

    Edge{Pair::part_partly_unemployed, Pair::none_none, EdgeKind::exit},
    Edge{Pair::part_partly_unemployed, Pair::none_unemployed, EdgeKind::exit},
    Edge{Pair::part_partly_unemployed, Pair::part_none, EdgeKind::exit},
    Edge{Pair::part_partly_unemployed, Pair::full_none, EdgeKind::job},

    Edge{Pair::none_unemployed, Pair::none_reduced, EdgeKind::exit},
    Edge{Pair::none_unemployed, Pair::none_none, EdgeKind::exit},
    Edge{Pair::none_unemployed, Pair::none_seeking, EdgeKind::exit},
    Edge{Pair::none_unemployed, Pair::part_partly_unemployed, EdgeKind::job},
    Edge{Pair::none_unemployed, Pair::part_none, EdgeKind::job},
    Edge{Pair::none_unemployed, Pair::full_none, EdgeKind::job},

    Edge{Pair::none_none, Pair::none_reduced, EdgeKind::exit},
    Edge{Pair::none_none, Pair::none_seeking, EdgeKind::exit},
    Edge{Pair::none_none, Pair::none_unemployed, EdgeKind::exit},
    Edge{Pair::none_none, Pair::part_none, EdgeKind::job},
    Edge{Pair::none_none, Pair::full_none, EdgeKind::job},

    Edge{Pair::none_seeking, Pair::none_none, EdgeKind::exit},
    Edge{Pair::none_seeking, Pair::none_unemployed, EdgeKind::exit},
    Edge{Pair::none_seeking, Pair::part_none, EdgeKind::job},
    Edge{Pair::none_seeking, Pair::full_none, EdgeKind::job},

    Edge{Pair::none_reduced, Pair::none_disability_pension, EdgeKind::exit},
    Edge{Pair::none_reduced, Pair::none_none, EdgeKind::exit},
    Edge{Pair::none_reduced, Pair::none_unemployed, EdgeKind::exit},
    Edge{Pair::none_reduced, Pair::part_reduced, EdgeKind::job},
    Edge{Pair::none_reduced, Pair::full_none, EdgeKind::job},

    Edge{Pair::part_reduced, Pair::part_disability_pension, EdgeKind::exit},
    Edge{Pair::part_reduced, Pair::none_reduced, EdgeKind::exit},
    Edge{Pair::part_reduced, Pair::part_none, EdgeKind::exit},
    Edge{Pair::part_reduced, Pair::full_none, EdgeKind::job},

    Edge{Pair::none_disability_pension, Pair::none_reduced, EdgeKind::exit},
    Edge{Pair::none_disability_pension, Pair::part_disability_pension, EdgeKind::job},

    Edge{Pair::part_disability_pension, Pair::none_disability_pension, EdgeKind::exit},
    Edge{Pair::part_disability_pension, Pair::part_none, EdgeKind::exit},
};

inline constexpr std::array scheduled_edges{
    Edge{Pair::none_unemployed, Pair::none_measure, EdgeKind::scheduled},
    Edge{Pair::none_unemployed, Pair::subsidised_measure, EdgeKind::scheduled},
    Edge{Pair::none_measure, Pair::none_unemployed, EdgeKind::scheduled},
    Edge{Pair::subsidised_measure, Pair::none_unemployed, EdgeKind::scheduled},
    Edge{Pair::subsidised_measure, Pair::full_none, EdgeKind::scheduled},
    Edge{Pair::subsidised_measure, Pair::part_none, EdgeKind::scheduled},
    Edge{Pair::none_reduced, Pair::none_reduced_measure, EdgeKind::scheduled},
    Edge{Pair::none_reduced, Pair::subsidised_reduced_measure, EdgeKind::scheduled},
    Edge{Pair::none_reduced_measure, Pair::none_reduced, EdgeKind::scheduled},
    Edge{Pair::subsidised_reduced_measure, Pair::none_reduced, EdgeKind::scheduled},
    Edge{Pair::subsidised_reduced_measure, Pair::full_none, EdgeKind::scheduled},
    Edge{Pair::subsidised_reduced_measure, Pair::part_reduced, EdgeKind::scheduled},
};

constexpr std::size_t edge_count = hazard_edges.size();
constexpr std::size_t max_exits = 6; // hazard edges of one pair at most

// Whose hazard edges a pair uses: participants have those of the pair they came from, with the same
// draws, so that a measure without effect changes nothing.
constexpr Pair hazard_pair(Pair pair) {
  switch (pair) {
  case Pair::none_measure:
  case Pair::subsidised_measure: return Pair::none_unemployed;
  case Pair::none_reduced_measure:
  case Pair::subsidised_reduced_measure: return Pair::none_reduced;
  default: return pair;
  }
}

struct Exits {
  std::uint8_t first, count; // into hazard_edges
};

constexpr Exits exits(Pair pair) {
  const Pair from = hazard_pair(pair);
  std::uint8_t first = 0, count = 0;
  for (std::size_t e = 0; e < edge_count; ++e)
    if (hazard_edges[e].from == from && count++ == 0) first = static_cast<std::uint8_t>(e);
  return {first, count};
}

inline constexpr std::array<Exits, pair_count> exit_table = [] {
  std::array<Exits, pair_count> table{};
  for (std::size_t p = 0; p < pair_count; ++p) table[p] = exits(static_cast<Pair>(p));
  return table;
}();

// "full_none.none_unemployed", as parameter files name an edge.
inline std::string name(const Edge& edge) {
  return std::string(facts(edge.from).name) + "." + std::string(facts(edge.to).name);
}

} // namespace tiltak
