// What measures do to hazards, multiplied out: by kind of edge, measure, group and months since the
// end. Changes with the cycle where gamma is not zero.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include <tiltak/engine/world.hpp>
#include <tiltak/state/edges.hpp>

namespace tiltak {

// Edges that measures act on.
enum class EdgeRole : std::uint8_t { other, full_job, part_job, reduced, studies };
constexpr std::size_t edge_roles = 5;
inline constexpr std::array<EdgeRole, edge_count> role_of = [] {
  std::array<EdgeRole, edge_count> roles{};
  for (std::size_t e = 0; e < edge_count; ++e) {
    const Edge& edge = hazard_edges[e];
    const bool seeks = family(edge.from) == Family::seeking;
    if (edge.kind == EdgeKind::job)
      roles[e] = edge.to == Pair::full_none ? EdgeRole::full_job : EdgeRole::part_job;
    else if (seeks && edge.to == Pair::none_reduced)
      roles[e] = EdgeRole::reduced;
    else if ((seeks || edge.from == Pair::none_reduced) && edge.to == Pair::none_none)
      roles[e] = EdgeRole::studies;
  }
  return roles;
}();

using RoleFactors = std::array<float, edge_roles>;

class MeasureTables {
public:
  explicit MeasureTables(const Catalogue& catalogue);

  // Effects as they are at this gap of the cycle.
  void prepare(double gap);

  // Factors on a person's hazards this month, by role.
  RoleFactors factors(const World& world, std::size_t p, Month t, std::size_t type) const {
    if (world.measure[p] != 0) return during_[world.measure[p] - 1u];
    if (world.notified[p] != 0) return notified_[world.notified[p] - 1u];
    if (world.last_measure[p] == 0) return {1, 1, 1, 1, 1};
    return after(world, p, t, type);
  }
  float supply_share(std::size_t measure) const { return supply_share_[measure]; }
  float retention(std::size_t measure) const { return retention_[measure]; }
  float new_skill(std::size_t measure) const { return new_skill_[measure]; }
  float largest(EdgeRole role) const { return largest_[static_cast<std::size_t>(role)]; }

private:
  RoleFactors after(const World& world, std::size_t p, Month t, std::size_t type) const;

  const Catalogue* catalogue_;
  double gap_ = 0;
  std::vector<RoleFactors> during_, notified_; // by measure
  std::vector<RoleFactors> after_; // [measure][class][months]
  std::vector<std::array<double, effect_months>> shape_;
  std::vector<std::uint8_t> class_; // by type
  std::vector<float> supply_share_, retention_, new_skill_;
  RoleFactors largest_{1, 1, 1, 1, 1};
};

} // namespace tiltak
