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

} // namespace

Profile profile(std::span<const std::uint8_t> codes, std::size_t months) {
  const std::size_t two_years = std::min<std::size_t>(24, months);
  return {shares(codes, months, 0, months), shares(codes, months, months - two_years, months),
          shares(codes, months, std::min<std::size_t>(6, months), two_years)};
}

std::vector<Name> names(std::span<const Profile> profiles) {
  std::vector<Name> all;
  std::map<std::string, int> times, seen;
  for (const Profile& p : profiles) {
    all.push_back(name_of(p));
    ++times[all.back().en];
  }
  for (Name& name : all) {
    if (times[name.en] == 1) continue;
    const std::string number = " " + std::to_string(++seen[name.en]);
    name.nb += number;
    name.en += number;
  }
  return all;
}

} // namespace tiltak::sequence
