#include <tiltak/sequence/names.hpp>

#include <algorithm>
#include <map>

namespace tiltak::sequence {
namespace {

enum State : std::size_t { full_time, part_time, measure, unemployed, other, reduced };

std::array<double, 6> shares(std::span<const std::uint8_t> codes, std::size_t months,
                             std::size_t from, std::size_t to) {
  std::array<double, 6> sum{};
  double n = 0;
  for (std::size_t row = 0; row + months <= codes.size(); row += months)
    for (std::size_t m = from; m < to; ++m)
      if (codes[row + m] < sum.size()) {
        ++sum[codes[row + m]];
        ++n;
      }
  for (double& s : sum) s = n > 0 ? s / n : 0;
  return sum;
}

Name name_of(const Profile& p) {
  // Unemployment and measures are one way of being a job seeker.
  std::array<double, 6> late = p.late;
  late[unemployed] += late[measure];
  late[measure] = 0;
  switch (static_cast<std::size_t>(std::max_element(late.begin(), late.end()) - late.begin())) {
  case full_time:
    return p.early[full_time] >= 0.5 ? Name{"Til heltidsjobb", "To a full-time job"}
                                     : Name{"Senere heltidsjobb", "Full-time job later"};
  case part_time: return {"Til deltidsjobb", "To a part-time job"};
  case other: return {"Til «annet»", "To “other”"};
  case reduced:
    return p.early[reduced] >= 0.5
               ? Name{"Til nedsatt arbeidsevne", "To reduced work capacity"}
               : Name{"Senere nedsatt arbeidsevne", "Reduced work capacity later"};
  default:
    return {"Lengre perioder med ledighet/tiltak", "Long periods of unemployment or measures"};
  }
}

// What sets a cluster off from others of the same name: more of a state than they have.
const Name& more_of(std::size_t state) {
  static const std::array<Name, 6> words{
      {{", mer heltid", ", more full-time work"},
       {", mer deltid", ", more part-time work"},
       {", lenger på tiltak", ", longer on measures"},
       {", lenger ledig", ", longer unemployed"},
       {", lenger i «annet»", ", longer in “other”"},
       {", mer nedsatt arbeidsevne", ", more reduced capacity"}}};
  return words.at(state);
}

// The share of all months that the others of the group have in a state, on average.
double others(std::span<const Profile> profiles, const std::vector<std::size_t>& group,
              std::size_t cluster, std::size_t state) {
  double sum = 0;
  for (const std::size_t other : group)
    if (other != cluster) sum += profiles[other].all[state];
  return sum / static_cast<double>(group.size() - 1);
}

// The widest difference first; a state serves one cluster, a seventh of one name gets a number.
void tell_apart(std::span<const Profile> profiles, const std::vector<std::size_t>& group,
                std::vector<Name>& names) {
  struct Candidate {
    double excess;
    std::size_t cluster, state;
  };
  std::vector<Candidate> candidates;
  for (const std::size_t c : group)
    for (std::size_t state = 0; state < 6; ++state)
      candidates.push_back({profiles[c].all[state] - others(profiles, group, c, state), c, state});
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.excess > b.excess; });
  std::vector<std::size_t> left = group;
  std::array<bool, 6> used{};
  for (const Candidate& candidate : candidates) {
    const auto at = std::find(left.begin(), left.end(), candidate.cluster);
    if (used[candidate.state] || at == left.end()) continue;
    used[candidate.state] = true;
    left.erase(at);
    names[candidate.cluster].nb += more_of(candidate.state).nb;
    names[candidate.cluster].en += more_of(candidate.state).en;
  }
  for (std::size_t i = 0; i < left.size(); ++i) {
    names[left[i]].nb += " " + std::to_string(i + 1);
    names[left[i]].en += " " + std::to_string(i + 1);
  }
}

} // namespace

Profile profile(std::span<const std::uint8_t> codes, std::size_t months) {
  const std::size_t two_years = std::min<std::size_t>(24, months);
  return {shares(codes, months, 0, months), shares(codes, months, months - two_years, months),
          shares(codes, months, std::min<std::size_t>(6, months), two_years)};
}

std::vector<Name> names(std::span<const Profile> profiles) {
  std::vector<Name> all;
  for (const Profile& p : profiles) all.push_back(name_of(p));
  std::map<std::string, std::vector<std::size_t>> same;
  for (std::size_t c = 0; c < all.size(); ++c) same[all[c].en].push_back(c);
  for (const auto& [name, clusters] : same)
    if (clusters.size() > 1) tell_apart(profiles, clusters, all);
  return all;
}

} // namespace tiltak::sequence
