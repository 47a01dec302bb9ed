// Names for clusters of trajectories after what happens in them, as Nossen et al. (2021) name
// theirs.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace tiltak::sequence {

struct Name {
  std::string nb, en;
};

// What a cluster is read by: mean shares of months in the six states, all months and the last two
// years, and of the first two years but for the first half.
struct Profile {
  std::array<double, 6> all{}, late{}, early{};
};

// `codes` holds `months` six-state codes for each of the cluster's persons.
Profile profile(std::span<const std::uint8_t> codes, std::size_t months);

// A name for each cluster. The state that fills most of the last two years names it; full-time jobs
// and reduced capacity are told apart by whether they filled half of the months 7-24 already.
// Clusters that would have the same name are told apart by the state that most sets each of them
// off from the others ("..., longer unemployed"), another state for each.
std::vector<Name> names(std::span<const Profile> profiles);

} // namespace tiltak::sequence
