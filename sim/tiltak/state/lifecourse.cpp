#include <tiltak/state/lifecourse.hpp>

#include <algorithm>

#include <tiltak/core/exact.hpp>
#include <tiltak/core/parallel.hpp>
#include <tiltak/core/rate.hpp>

namespace tiltak {
namespace {

constexpr std::size_t cells = population_pairs * stages;
using Distribution = std::array<double, cells>; // [pair][stage]
using EdgeTable = std::array<std::array<double, stages>, edge_count>;

// Probabilities of a month for one type: leaving each pair by each of its edges, by stage.
EdgeTable probabilities(const Hazards& hazards, std::size_t type) {
  EdgeTable out{};
  for (std::size_t p = 0; p < population_pairs; ++p) {
    const auto pair = static_cast<Pair>(p);
    if (hazard_pair(pair) != pair) continue;
    const Exits exits = exit_table[p];
    const float* row = hazards.row(type) + exits.first;
    for (std::size_t stage = 0; stage < stages; ++stage) {
      const std::size_t band = duration_band(stage_from[stage]);
      double total = 0;
      for (std::size_t k = 0; k < exits.count; ++k)
        total += out[exits.first + k][stage] =
            static_cast<double>(row[k] * hazards.duration(exits.first + k, band));
      const double leave = total > 0 ? probability_of_hazard(total) / total : 0;
      for (std::size_t k = 0; k < exits.count; ++k) out[exits.first + k][stage] *= leave;
    }
  }
  return out;
}

// A month: exits first, then those who stayed grow older in their spell.
Distribution next_month(const Distribution& now, const EdgeTable& p) {
  Distribution moved = now, next{};
  Distribution arrived{};
  for (std::size_t e = 0; e < edge_count; ++e) {
    const std::size_t from = index(hazard_edges[e].from) * stages;
    const std::size_t to = index(hazard_edges[e].to) * stages;
    const bool same_spell = family(hazard_edges[e].from) == family(hazard_edges[e].to);
    for (std::size_t stage = 0; stage < stages; ++stage) {
      const double flow = now[from + stage] * p[e][stage];
      moved[from + stage] -= flow;
      if (same_spell)
        moved[to + stage] += flow;
      else
        arrived[to] += flow;
    }
  }
  for (std::size_t c = 0; c < cells; ++c) {
    const std::size_t stage = c % stages;
    const bool last = stage + 1 == stages;
    const double on = last ? 0 : moved[c] / (stage_from[stage + 1] - stage_from[stage]);
    next[c] += moved[c] - on;
    if (!last) next[c + 1] += on;
  }
  for (std::size_t c = 0; c < cells; c += stages) next[c] += arrived[c];
  return next;
}

} // namespace

LifeCourses::LifeCourses(const Hazards& hazards, const PairShares& at_18)
    : shares_(base_types * ages) {
  parallel::for_each(base_types, [&](std::size_t base) {
    Distribution now{};
    for (std::size_t p = 0; p < population_pairs; ++p)
      now[p * stages] = static_cast<double>(at_18[p]);
    std::size_t band = age_band_count;
    EdgeTable p{};
    for (int age = first_age; age <= last_age; ++age) {
      if (age_band(age) != band) {
        band = age_band(age);
        p = probabilities(hazards, type_of(base, band));
      }
      Shares& shares = shares_[base * ages + static_cast<std::size_t>(age - first_age)];
      for (int month = 0; month < 12; ++month) {
        if (month == 6)
          std::transform(now.begin(), now.end(), shares.begin(),
                         [](double s) { return static_cast<float>(s); });
        now = next_month(now, p);
      }
    }
  });
}

const LifeCourses::Shares& LifeCourses::of(std::size_t base, int age_years) const {
  return shares_[base * ages +
                 static_cast<std::size_t>(std::clamp(age_years, first_age, last_age) - first_age)];
}

PairShares LifeCourses::at(std::size_t base, int age_years) const {
  const Shares& shares = of(base, age_years);
  PairShares pairs{};
  for (std::size_t c = 0; c < shares.size(); ++c) pairs[c / stages] += shares[c];
  return pairs;
}

Standing LifeCourses::draw(std::size_t base, int age_years, double u, double within) const {
  const Shares& shares = of(base, age_years);
  std::size_t c = 0;
  while (c + 1 < shares.size() && u >= static_cast<double>(shares[c]))
    u -= static_cast<double>(shares[c++]);
  const std::size_t stage = c % stages;
  const double into = stage + 1 == stages ? -60 * exact::log(within)
                                          : within * (stage_from[stage + 1] - stage_from[stage]);
  return {static_cast<Pair>(c / stages), stage_from[stage] + static_cast<int>(into)};
}

} // namespace tiltak
