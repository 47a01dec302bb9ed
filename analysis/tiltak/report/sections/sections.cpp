#include <tiltak/report/sections/sections.hpp>

#include <array>

namespace tiltak::report {

std::span<const SectionMaker> sections() {
  static constexpr std::array all{headline, trajectories, clusters, population, budget, provenance};
  return all;
}

} // namespace tiltak::report
