#include <algorithm>
#include <cmath>

#include <doctest/doctest.h>

#include <tiltak/state/graph.hpp>
#include <tiltak/state/hazards.hpp>
#include <tiltak/state/lifecourse.hpp>

using namespace tiltak;

TEST_CASE("every pair can be reached and left") { CHECK(graph_faults(all_edges()).empty()); }

TEST_CASE("a trap and an island and a loop are found") {
  auto edges = all_edges();
  std::erase_if(edges, [](const Edge& e) { return e.from == Pair::none_disability_pension; });
  CHECK_FALSE(graph_faults(edges).empty());
  edges = all_edges();
  std::erase_if(edges, [](const Edge& e) { return e.to == Pair::none_measure; });
  CHECK_FALSE(graph_faults(edges).empty());
  edges = all_edges();
  edges.push_back({Pair::full_none, Pair::full_none, EdgeKind::exit});
  CHECK_FALSE(graph_faults(edges).empty());
}

TEST_CASE("jobs stand next to stay and participants use the edges of where they came from") {
  for (std::size_t p = 0; p < population_pairs; ++p) {
    const Exits exits = exit_table[p];
    bool job_seen = false;
    for (std::size_t k = 0; k < exits.count; ++k) {
      const bool job = hazard_edges[exits.first + k].kind == EdgeKind::job;
      CHECK((job || !job_seen)); // no other exit after a job
      job_seen = job;
    }
    CHECK(exits.count <= max_exits);
  }
  const auto at = [](Pair p) { return exit_table[index(p)].first; };
  CHECK(at(Pair::none_measure) == at(Pair::none_unemployed));
  CHECK(at(Pair::subsidised_reduced_measure) == at(Pair::none_reduced));
}

TEST_CASE("the graph can be drawn") {
  const std::string dot = graph_dot();
  CHECK(dot.find("none_unemployed -> full_none [color=blue]") != std::string::npos);
  CHECK(dot.find("none_unemployed -> none_measure [style=dashed]") != std::string::npos);
}

TEST_CASE("expected life courses are probabilities and follow two states in closed form") {
  HazardParameters parameters{};
  const auto set = [&](const char* edge, double base) {
    for (std::size_t e = 0; e < edge_count; ++e)
      if (name(hazard_edges[e]) == edge) parameters[e].base = base;
  };
  set("full_none.none_unemployed", 0.01);
  set("none_unemployed.full_none", 0.09);
  PairShares start{};
  start[index(Pair::none_unemployed)] = 1;
  const LifeCourses courses(Hazards(parameters), start);
  const auto& late = courses.at(0, 60);
  const double down = 1 - std::exp(-0.01), up = 1 - std::exp(-0.09);
  CHECK(late[index(Pair::full_none)] == doctest::Approx(up / (up + down)).epsilon(1e-5));
  float sum = 0;
  for (float s : late) sum += s;
  CHECK(sum == doctest::Approx(1).epsilon(1e-5));
}
