// Segments of the labour market: county x skill, merged where the simulated population is too small
// for a market of its own.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include <tiltak/people/counties.hpp>

namespace tiltak {

struct Segmentation {
  // [county][skill]: the segment. As it stands: one market, Norway.
  std::array<std::array<std::uint8_t, skills.size()>, counties.size()> of{};
  std::vector<std::string> names{"norway"}; // by segment; "oslo service"

  std::size_t size() const { return names.size(); }
};

enum class Geography : std::uint8_t { national, by_region, by_county };

struct SegmentRule {
  Geography geography = Geography::by_county; // the finest division wanted
  bool by_skill = true;
  double smallest = 0; // persons a segment must have
};

// The segments of `persons` simulated persons with these shares of counties and skills. The rule,
// from the margins alone, so that every replication has the same segments:
//  1. skills are apart where each has `smallest` persons in the whole country;
//  2. regions are apart where every region has them (in every skill that is apart);
//  3. within a region counties are apart where every county of the region has them.
Segmentation make_segments(const SegmentRule& rule, double persons,
                           const std::array<double, counties.size()>& county_shares,
                           const std::array<double, skills.size()>& skill_shares);

} // namespace tiltak
