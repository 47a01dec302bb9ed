#include <tiltak/state/lifecourse.hpp>

#include <algorithm>

#include <tiltak/core/parallel.hpp>
#include <tiltak/core/rate.hpp>

namespace tiltak {
namespace {

// Probabilities of a month for one type: leaving each pair by each of its edges.
std::array<double, edge_count> probabilities(const Hazards& hazards, std::size_t type) {
  std::array<double, edge_count> out{};
  for (std::size_t p = 0; p < population_pairs; ++p) {
    const auto pair = static_cast<Pair>(p);
    if (hazard_pair(pair) != pair) continue;
    const Exits exits = exit_table[p];
    const float* row = hazards.row(type) + exits.first;
    constexpr std::size_t middle = 2;
    double total = 0;
    for (std::size_t k = 0; k < exits.count; ++k)
      total += static_cast<double>(row[k] * hazards.duration(exits.first + k, middle));
    if (total <= 0) continue;
    const double leave = probability_of_hazard(total) / total;
    for (std::size_t k = 0; k < exits.count; ++k)
      out[exits.first + k] =
          static_cast<double>(row[k] * hazards.duration(exits.first + k, middle)) * leave;
  }
  return out;
}

} // namespace

LifeCourses::LifeCourses(const Hazards& hazards, const PairShares& at_18)
    : shares_(base_types * ages) {
  parallel::for_each(base_types, [&](std::size_t base) {
    std::array<double, population_pairs> now{};
    std::copy(at_18.begin(), at_18.end(), now.begin());
    std::size_t band = age_band_count;
    std::array<double, edge_count> p{};
    for (int age = first_age; age <= last_age; ++age) {
      if (age_band(age) != band) {
        band = age_band(age);
        p = probabilities(hazards, type_of(base, band));
      }
      for (int month = 0; month < 12; ++month) {
        if (month == 6)
          std::transform(now.begin(), now.end(),
                         shares_[base * ages + static_cast<std::size_t>(age - first_age)].begin(),
                         [](double s) { return static_cast<float>(s); });
        auto next = now;
        for (std::size_t e = 0; e < edge_count; ++e) {
          const double flow = now[index(hazard_edges[e].from)] * p[e];
          next[index(hazard_edges[e].from)] -= flow;
          next[index(hazard_edges[e].to)] += flow;
        }
        now = next;
      }
    }
  });
}

const PairShares& LifeCourses::at(std::size_t base, int age_years) const {
  return shares_[base * ages +
                 static_cast<std::size_t>(std::clamp(age_years, first_age, last_age) - first_age)];
}

} // namespace tiltak
