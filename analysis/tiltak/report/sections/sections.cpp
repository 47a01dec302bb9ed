#include <tiltak/report/sections/sections.hpp>

#include <array>

namespace tiltak::report {

std::span<const SectionMaker> sections() {
  static constexpr std::array all{headline,    accounts,   costs,     trajectories, clusters,
                                  groups,      population, budget,    market,       fit,
                                  assumptions, changes,    provenance};
  return all;
}

} // namespace tiltak::report
