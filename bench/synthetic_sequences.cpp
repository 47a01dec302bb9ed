#include "synthetic_sequences.hpp"

#include <array>
#include <span>
#include <string_view>
#include <unordered_set>

namespace tiltak::bench {
namespace {

constexpr std::size_t states = 6;
constexpr std::size_t months = 60;
using Row = std::array<double, states>;

// A kind of person: its share, the monthly probability to leave each state, and where to.
struct Kind {
  double share;
  Row leave;
  std::array<Row, states> to;
};

constexpr std::array<Kind, 7> kinds{{
    {0.22,
     {.16, .12, .004, .03, .02, .05}, // soon in full-time work
     {{{0, 2, 10, 3, .3, .3},
       {3, 0, 10, 3, .4, .4},
       {.3, 2, 0, 2, .5, .5},
       {.3, 1, 6, 0, .3, .3},
       {.5, 1, 3, 1, 0, 1},
       {.5, 1, 3, 1, .3, 0}}}},
    {0.13,
     {.12, .10, .015, .008, .02, .05}, // part-time work
     {{{0, 2, 2, 10, .5, .5},
       {3, 0, 2, 9, .5, .5},
       {.3, 1, 0, 6, .5, .5},
       {.3, 1, 2, 0, .5, .6},
       {.5, 1, .5, 3, 0, 1},
       {.5, 1, .5, 3, .3, 0}}}},
    {0.20,
     {.14, .06, .06, .06, .03, .05}, // in and out of unemployment
     {{{0, 10, 1, 1, 1, 1},
       {6, 0, 2, 2, 1, 1},
       {1, 8, 0, 2, .5, .5},
       {1, 8, 2, 0, .5, .5},
       {2, 5, .5, .5, 0, 2},
       {1, 5, 1, 1, 1, 0}}}},
    {0.15,
     {.10, .08, .05, .05, .0015, .05}, // to disability
     {{{0, 3, .5, .7, 10, .5},
       {2, 0, .5, .5, 9, .5},
       {.5, 2, 0, 1, 8, .5},
       {.5, 2, .5, 0, 8, .5},
       {1, 1, .3, .5, 0, 1},
       {1, 1, .3, .5, 6, 0}}}},
    {0.10,
     {.13, .10, .05, .05, .05, .006}, // out of the labour force
     {{{0, 2, .5, .5, .5, 10},
       {2, 0, .5, .5, .5, 8},
       {.5, 2, 0, 1, .5, 8},
       {.5, 2, .5, 0, .5, 8},
       {1, 1, .3, .5, 0, 8},
       {1, 1, .8, .8, .5, 0}}}},
    {0.08,
     {.006, .10, .02, .02, .02, .02}, // a long measure
     {{{0, 3, 2, 2, 1, 1},
       {10, 0, 1, 1, .5, .5},
       {5, 2, 0, 1, .5, .5},
       {5, 2, 1, 0, .5, .5},
       {5, 1, .3, .5, 0, .5},
       {5, 1, .3, .5, .5, 0}}}},
    {0.12,
     {.15, .15, .10, .10, .10, .10}, // turbulent
     {{{0, 4, 2, 2, 2, 2},
       {4, 0, 3, 3, 2, 2},
       {1, 4, 0, 3, 2, 2},
       {1, 4, 3, 0, 2, 2},
       {1, 3, 2, 2, 0, 2},
       {1, 3, 2, 2, 2, 0}}}},
}};
constexpr std::size_t long_measure = 5;

// SplitMix64 (Steele, Lea and Flood 2014).
class Numbers {
public:
  explicit Numbers(std::uint64_t seed) : state_(seed) {}
  double next() {
    std::uint64_t z = state_ += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return static_cast<double>((z ^ (z >> 31)) >> 11) * 0x1p-53;
  }

private:
  std::uint64_t state_;
};

std::size_t pick(std::span<const double> weights, double u) {
  double sum = 0;
  for (const double w : weights) sum += w;
  double up_to = 0;
  std::size_t last = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    up_to += weights[i];
    if (u * sum < up_to) return i;
    if (weights[i] > 0) last = i;
  }
  return last;
}

void person(Numbers& numbers, std::uint8_t* codes) {
  std::array<double, kinds.size()> shares{};
  for (std::size_t k = 0; k < kinds.size(); ++k) shares[k] = kinds[k].share;
  const std::size_t k = pick(shares, numbers.next());
  // Half of the measures last a round number of months.
  constexpr std::array<std::size_t, 4> round{3, 6, 9, 12};
  const double u = numbers.next();
  const std::size_t hold = u < 0.5 ? round[static_cast<std::size_t>(u * 8)] : 0;
  std::size_t state = 0;
  codes[0] = 0;
  for (std::size_t m = 1; m < months; ++m) {
    const bool held = hold > 0 && state == 0 && m < hold;
    const bool released = hold > 0 && state == 0 && m == hold && k != long_measure;
    if (released || (!held && numbers.next() < kinds[k].leave[state]))
      state = pick(kinds[k].to[state], numbers.next());
    codes[m] = static_cast<std::uint8_t>(state);
  }
}

} // namespace

sequence::Sequences synthetic_sequences(std::size_t count, std::uint64_t seed) {
  sequence::Sequences s;
  s.alphabet = {"1", "2", "3", "4", "5", "6"};
  s.positions = months;
  s.codes.resize(count * months);
  Numbers numbers(seed);
  for (std::size_t i = 0; i < count; ++i) person(numbers, s.codes.data() + i * months);
  return s;
}

sequence::Sequences all_different(sequence::Sequences s, std::uint64_t seed) {
  Numbers numbers(seed);
  std::unordered_set<std::string_view> seen;
  for (std::size_t i = 0; i < s.size(); ++i) {
    std::uint8_t* codes = s.codes.data() + i * s.positions;
    const std::string_view text(reinterpret_cast<const char*>(codes), s.positions);
    while (!seen.insert(text).second) {
      const auto month =
          static_cast<std::size_t>(numbers.next() * static_cast<double>(s.positions));
      codes[month] = static_cast<std::uint8_t>((codes[month] + 1) % states);
    }
  }
  return s;
}

} // namespace tiltak::bench
