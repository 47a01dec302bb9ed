#include <tiltak/state/lifecourse.hpp>

#include <algorithm>
#include <utility>

#include <tiltak/core/exact.hpp>
#include <tiltak/core/parallel.hpp>
#include <tiltak/core/rate.hpp>

namespace tiltak {
namespace {

// Stages side by side, one more than there are, so that a compiler can take them two at a time.
constexpr std::size_t lanes = stages + stages % 2;
using Lanes = std::array<double, lanes>;
using Distribution = std::array<Lanes, population_pairs>;
using EdgeTable = std::array<Lanes, edge_count>;

// Share of a stage that goes on to the next in a month; nothing leaves the last.
constexpr Lanes goes_on = [] {
  Lanes share{};
  for (std::size_t s = 0; s + 1 < stages; ++s) share[s] = 1.0 / (stage_from[s + 1] - stage_from[s]);
  return share;
}();

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

// What goes along one edge in a month: within a family the spell goes on, else a new one begins.
template <std::size_t e>
void flow_along(const Distribution& now, const EdgeTable& p, Distribution& moved,
                Distribution& arrived) {
  constexpr Edge edge = hazard_edges[e];
  constexpr std::size_t from = index(edge.from), to = index(edge.to);
  Lanes& there = family(edge.from) == family(edge.to) ? moved[to] : arrived[to];
  for (std::size_t s = 0; s < lanes; ++s) {
    const double flow = now[from][s] * p[e][s];
    moved[from][s] -= flow;
    there[s] += flow;
  }
}

template <std::size_t... e>
void flow(const Distribution& now, const EdgeTable& p, Distribution& moved, Distribution& arrived,
          std::index_sequence<e...>) {
  (flow_along<e>(now, p, moved, arrived), ...);
}

// A month: exits first, then those who stayed grow older in their spell.
void next_month(Distribution& now, const EdgeTable& p) {
  Distribution moved = now, arrived{};
  flow(now, p, moved, arrived, std::make_index_sequence<edge_count>());
  for (std::size_t pair = 0; pair < population_pairs; ++pair) {
    Lanes on;
    for (std::size_t s = 0; s < lanes; ++s) on[s] = moved[pair][s] * goes_on[s];
    for (std::size_t s = 0; s < lanes; ++s) now[pair][s] = moved[pair][s] - on[s];
    for (std::size_t s = 1; s < lanes; ++s) now[pair][s] += on[s - 1];
    double begun = 0;
    for (std::size_t s = 0; s < stages; ++s) begun += arrived[pair][s];
    now[pair][0] += begun;
  }
}

} // namespace

LifeCourses::LifeCourses(const Hazards& hazards, const PairShares& at_18)
    : shares_(base_types * ages) {
  parallel::for_each(base_types, [&](std::size_t base) {
    Distribution now{};
    for (std::size_t p = 0; p < population_pairs; ++p) now[p][0] = static_cast<double>(at_18[p]);
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
          for (std::size_t c = 0; c < shares.size(); ++c)
            shares[c] = static_cast<float>(now[c / stages][c % stages]);
        next_month(now, p);
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
