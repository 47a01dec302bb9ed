#include <tiltak/market/segments.hpp>

#include <algorithm>
#include <numeric>

namespace tiltak {
namespace {

// Counties that make one market together: their names, and which county belongs where.
struct Areas {
  std::vector<std::string> names;
  std::array<std::size_t, counties.size()> of{};
};

using CountyShares = std::array<double, counties.size()>;

double share_of_region(std::size_t region, const CountyShares& shares) {
  double sum = 0;
  for (std::size_t c = 0; c < counties.size(); ++c)
    if (region_of_county[c] == region) sum += shares[c];
  return sum;
}

bool counties_apart(std::size_t region, const CountyShares& shares, double least) {
  for (std::size_t c = 0; c < counties.size(); ++c)
    if (region_of_county[c] == region && shares[c] < least) return false;
  return true;
}

// Areas of at least the share `least` of the population.
Areas make_areas(Geography geography, const CountyShares& shares, double least) {
  Areas areas;
  bool regions_apart = geography != Geography::national;
  for (std::size_t r = 0; r < regions.size(); ++r)
    regions_apart = regions_apart && share_of_region(r, shares) >= least;
  if (!regions_apart) {
    areas.names = {"norway"};
    return areas;
  }
  for (std::size_t r = 0; r < regions.size(); ++r) {
    const bool apart = geography == Geography::by_county && counties_apart(r, shares, least);
    if (!apart) areas.names.emplace_back(regions[r].name);
    for (std::size_t c = 0; c < counties.size(); ++c) {
      if (region_of_county[c] != r) continue;
      if (apart) areas.names.emplace_back(counties[c].name);
      areas.of[c] = areas.names.size() - 1;
    }
  }
  return areas;
}

} // namespace

Segmentation make_segments(const SegmentRule& rule, double persons,
                           const std::array<double, counties.size()>& county_shares,
                           const std::array<double, skills.size()>& skill_shares) {
  const double every = std::accumulate(skill_shares.begin(), skill_shares.end(), 0.0);
  const double rarest = *std::min_element(skill_shares.begin(), skill_shares.end()) / every;
  const bool by_skill = rule.by_skill && persons * rarest >= rule.smallest;
  const double all = std::accumulate(county_shares.begin(), county_shares.end(), 0.0);
  const double least = rule.smallest * all / (persons * (by_skill ? rarest : 1));
  const Areas areas = make_areas(rule.geography, county_shares, least);
  const std::size_t kinds = by_skill ? skills.size() : 1;
  Segmentation segments;
  segments.names.clear();
  for (const std::string& area : areas.names)
    for (std::size_t k = 0; k < kinds; ++k)
      segments.names.push_back(by_skill ? area + " " + std::string(skills[k].name) : area);
  for (std::size_t c = 0; c < counties.size(); ++c)
    for (std::size_t k = 0; k < skills.size(); ++k)
      segments.of[c][k] = static_cast<std::uint8_t>(areas.of[c] * kinds + (by_skill ? k : 0));
  return segments;
}

} // namespace tiltak
