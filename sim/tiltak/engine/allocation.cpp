#include <tiltak/engine/allocation.hpp>

#include <algorithm>
#include <numeric>

#include <tiltak/core/exact.hpp>
#include <tiltak/core/parallel.hpp>

namespace tiltak {
namespace {

struct Candidate {
  double key;
  std::uint32_t person;
  bool operator<(const Candidate& other) const {
    return key != other.key ? key < other.key : person < other.person;
  }
};

constexpr std::size_t block_size = 16384;

std::vector<Candidate> candidates(Pair eligible, const PropensityTable& propensity, Month t,
                                  const Draws& draws, std::span<const std::uint16_t> types,
                                  const World& world) {
  const std::size_t n = types.size();
  std::vector<std::vector<Candidate>> parts((n + block_size - 1) / block_size);
  parallel::for_blocks(n, block_size, [&](std::size_t begin, std::size_t end, std::size_t block) {
    for (std::size_t p = begin; p < end; ++p) {
      if (world.pair_of(p) != eligible) continue;
      const auto id = static_cast<std::uint32_t>(p);
      const bool long_term = t.index - world.spell_since[p] > long_term_months;
      const double weight = propensity.weight(types[p], world.benefit_left(p, t) > 0, long_term);
      const double u = draws.uniform(PersonId{id}, t.index, Purpose::placement);
      parts[block].push_back({-exact::log(u) / weight, id});
    }
  });
  std::vector<Candidate> all;
  for (const auto& part : parts) all.insert(all.end(), part.begin(), part.end());
  return all;
}

// Draws a measure in proportion to the places still left, and takes one of them.
std::size_t take_place(std::vector<std::int64_t>& left, std::int64_t total, double u) {
  auto ticket = static_cast<std::int64_t>(u * static_cast<double>(total));
  std::size_t m = 0;
  while (m + 1 < left.size() && ticket >= left[m]) ticket -= left[m++];
  --left[m];
  return m;
}

std::uint8_t planned_months(const Measure& measure, double u) {
  const int width = measure.planned_max - measure.planned_min + 1;
  return static_cast<std::uint8_t>(measure.planned_min + static_cast<int>(u * width));
}

} // namespace

std::vector<Start> allocate(const Catalogue& catalogue,
                            const std::array<PropensityTable, 2>& propensity,
                            std::span<const std::int64_t> new_places, Month t, const Draws& draws,
                            std::span<const std::uint16_t> types, const World& world) {
  std::vector<Start> starts;
  for (std::size_t group = 0; group < propensity.size(); ++group) {
    std::vector<std::int64_t> left(catalogue.size(), 0);
    for (std::size_t m = 0; m < catalogue.size(); ++m)
      if (static_cast<std::size_t>(catalogue[m].group) == group) left[m] = new_places[m];
    std::int64_t total = std::accumulate(left.begin(), left.end(), std::int64_t{0});
    if (total <= 0) continue;
    const Pair eligible = group == 0 ? Pair::none_unemployed : Pair::none_reduced;
    auto queue = candidates(eligible, propensity[group], t, draws, types, world);
    const auto chosen = std::min(queue.size(), static_cast<std::size_t>(total));
    const auto cut = queue.begin() + static_cast<std::ptrdiff_t>(chosen);
    if (cut != queue.end()) std::nth_element(queue.begin(), cut, queue.end());
    queue.resize(chosen);
    std::sort(queue.begin(), queue.end());
    for (const Candidate& candidate : queue) {
      const PersonId id{candidate.person};
      const std::size_t m = take_place(left, total--, draws.uniform(id, t.index, Purpose::measure));
      const double u = draws.uniform(id, t.index, Purpose::duration);
      starts.push_back(
          {candidate.person, static_cast<std::uint8_t>(m), planned_months(catalogue[m], u)});
    }
  }
  std::sort(starts.begin(), starts.end(),
            [](const Start& a, const Start& b) { return a.person < b.person; });
  return starts;
}

} // namespace tiltak
