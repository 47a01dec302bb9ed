#include <tiltak/sequence/suggestion.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

#include <fmt/format.h>

namespace tiltak::sequence {
namespace {

struct Voice {
  const char* name;
  double Quality::* value;
  double sign; // -1 where low is good
};
constexpr Voice voices[] = {{"ASW", &Quality::asw, 1},   {"ASWw", &Quality::asww, 1},
                            {"PBC", &Quality::pbc, 1},   {"HG", &Quality::hg, 1},
                            {"HGSD", &Quality::hgsd, 1}, {"CH", &Quality::ch, 1},
                            {"CHsq", &Quality::chsq, 1}, {"HC", &Quality::hc, -1}};

// The place of the best value, the first of equals; NaN is never best.
std::size_t best(const std::vector<Quality>& all, const Voice& voice) {
  std::size_t place = 0;
  double highest = -INFINITY;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const double value = voice.sign * (all[i].*voice.value);
    if (value > highest) {
      highest = value;
      place = i;
    }
  }
  return place;
}

// Kaufman and Rousseeuw (1990), table 4 of chapter 2.
const char* strength(double asw) {
  if (asw > 0.70) return "a strong structure";
  if (asw > 0.50) return "a reasonable structure";
  return asw > 0.25 ? "a weak structure, which may be artificial" : "no substantial structure";
}

std::string others(const std::vector<Quality>& all, std::size_t chosen) {
  std::vector<std::string> agree, differ;
  for (const Voice& voice : voices) {
    const std::size_t place = best(all, voice);
    if (&voice == &voices[0]) continue;
    if (place == chosen)
      agree.emplace_back(voice.name);
    else
      differ.push_back(fmt::format("{} {}", voice.name, all[place].clusters));
  }
  return fmt::format("of the other measures {} best at the same number{}{}",
                     agree.empty() ? "none is"
                                   : fmt::format("{} {}", fmt::join(agree, ", "),
                                                 agree.size() == 1 ? "is" : "are"),
                     differ.empty() ? "" : "; the others at ", fmt::join(differ, ", "));
}

} // namespace

Suggestion suggest(const std::vector<Quality>& all) {
  const std::size_t place = best(all, voices[0]);
  const Quality& q = all[place];
  Suggestion s{q.clusters, {}};
  if (all.size() == 1)
    s.reasons.push_back(q.clusters == 1
                            ? "one cluster: silhouettes are not defined"
                            : fmt::format("average silhouette width at {} clusters: {:.3f}, {}",
                                          q.clusters, q.asw, strength(q.asw)));
  else
    s.reasons.push_back(
        fmt::format("average silhouette width is highest at {} clusters, {:.3f}: {}", q.clusters,
                    q.asw, strength(q.asw)));
  if (all.size() > 1) s.reasons.push_back(others(all, place));
  if (all.size() > 1 && place + 1 == all.size())
    s.reasons.push_back(
        fmt::format("{} is the largest number tried: more may be better", q.clusters));
  const double total = std::accumulate(q.weight.begin(), q.weight.end(), 0.0);
  const double smallest = *std::min_element(q.weight.begin(), q.weight.end());
  if (smallest < 0.01 * total)
    s.reasons.push_back(fmt::format("its smallest cluster holds {:.2f} % of all; clusters of one "
                                    "sequence raise the silhouette width",
                                    100 * smallest / total));
  return s;
}

} // namespace tiltak::sequence
