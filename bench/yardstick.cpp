#include "yardstick.hpp"

#include <algorithm>
#include <cmath>

#include <tiltak/core/draw_words.hpp>
#include <tiltak/engine/sweep.hpp>

namespace yardstick {
namespace {

using namespace tiltak;

// For a word: below stay[0] one goes to state 0, ...; at or above the last one stays.
struct Exits {
  std::array<std::uint32_t, states> below{};
  std::uint16_t bound = 0;
};

std::uint32_t in_words(double probability) {
  return static_cast<std::uint32_t>(probability * 4294967296.0);
}

std::array<std::array<Exits, states>, types> tabulate() {
  std::array<std::array<Exits, states>, types> table;
  for (std::size_t type = 0; type < types; ++type) {
    const Matrix p = probabilities(type);
    for (std::size_t from = 0; from < states; ++from) {
      Exits& exits = table[type][from];
      double reached = 0;
      for (std::size_t to = 0; to < states; ++to) {
        if (to != from) reached += p[from][to];
        exits.below[to] = in_words(reached);
      }
      exits.bound = static_cast<std::uint16_t>(exits.below.back() >> 16);
    }
  }
  return table;
}

} // namespace

Matrix probabilities(std::size_t type) {
  Matrix matrix{};
  const double pace = 0.4 + 0.05 * static_cast<double>(type);
  constexpr Matrix leaving{{{0, 0.012, 0.002, 0.010, 0.006, 0.002},
                            {0.020, 0, 0.002, 0.008, 0.008, 0.003},
                            {0.060, 0.030, 0, 0.070, 0.020, 0.010},
                            {0.080, 0.030, 0.030, 0, 0.030, 0.010},
                            {0.020, 0.015, 0.004, 0.012, 0, 0.006},
                            {0.004, 0.003, 0.006, 0.002, 0.004, 0}}};
  for (std::size_t i = 0; i < states; ++i) {
    double left = 0;
    for (std::size_t j = 0; j < states; ++j) left += matrix[i][j] = pace * leaving[i][j];
    matrix[i][i] = 1 - left;
  }
  return matrix;
}

Counts simulate(std::size_t persons, std::uint64_t seed) {
  static const auto table = tabulate();
  const Draws draws(seed, 0);
  std::vector<std::uint8_t> state(persons, 0);
  std::vector<std::uint16_t> bound(persons);
  for (std::size_t p = 0; p < persons; ++p) bound[p] = table[p % types][0].bound;
  Counts counts{{}};
  counts[0][0] = static_cast<std::int64_t>(persons);
  std::array<std::uint32_t, sweep_size> words;
  for (int month = 1; month <= months; ++month) {
    auto now = counts.back();
    for (std::size_t begin = 0; begin < persons; begin += sweep_size) {
      const std::size_t n = std::min(sweep_size, persons - begin);
      fill_words(draws, static_cast<std::uint32_t>(begin), month, Purpose::transition, words);
      SweepList list;
      const std::size_t count = may_leave({words.data(), n}, bound.data() + begin, list);
      for (std::size_t k = 0; k < count; ++k) {
        const std::size_t p = begin + list[k];
        const auto& exits = table[p % types];
        const std::uint32_t word = words[list[k]];
        const auto& below = exits[state[p]].below;
        if (word >= below.back()) continue;
        std::size_t to = 0;
        while (word >= below[to]) ++to;
        --now[state[p]];
        ++now[to];
        state[p] = static_cast<std::uint8_t>(to);
        bound[p] = exits[to].bound;
      }
    }
    counts.push_back(now);
  }
  return counts;
}

double largest_z(const Counts& counts, std::size_t persons) {
  double largest = 0;
  std::array<std::array<double, states>, types> at{};
  for (auto& a : at) a[0] = 1;
  for (std::size_t month = 0; month < counts.size(); ++month) {
    Row mean{}, variance{};
    for (std::size_t type = 0; type < types; ++type) {
      const double of_type = static_cast<double>(persons / types + (type < persons % types));
      for (std::size_t s = 0; s < states; ++s) {
        mean[s] += of_type * at[type][s];
        variance[s] += of_type * at[type][s] * (1 - at[type][s]);
      }
      const Matrix p = probabilities(type);
      Row next{};
      for (std::size_t i = 0; i < states; ++i)
        for (std::size_t j = 0; j < states; ++j) next[j] += at[type][i] * p[i][j];
      at[type] = next;
    }
    for (std::size_t s = 0; s < states; ++s)
      if (variance[s] > 1)
        largest = std::max(largest, std::abs(static_cast<double>(counts[month][s]) - mean[s]) /
                                        std::sqrt(variance[s]));
  }
  return largest;
}

} // namespace yardstick
