// A quick battery on the keyed draws: evenness, and independence along every part of the key, since
// neighbours in any of them meet in the model. dieharder (long) looks deeper.
#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <tiltak/core/draw.hpp>

#include "chance.hpp"

using namespace tiltak;
using namespace tiltak::chance;

namespace {

struct Key {
  std::uint64_t seed = 2014;
  std::uint32_t replication = 0, person = 0, purpose = 0;
  std::int32_t month = 24'000;
};

std::uint32_t word(const Key& k) {
  return Draws(k.seed, k.replication)
      .word(PersonId{k.person}, k.month, static_cast<Purpose>(k.purpose));
}

struct Axis {
  const char* name;
  std::function<Key(Key, std::uint32_t)> step; // that many steps along it
};

const std::vector<Axis>& axes() {
  static const std::vector<Axis> all{
      {"person", [](Key k, std::uint32_t n) { return k.person += n, k; }},
      {"month", [](Key k, std::uint32_t n) { return k.month += static_cast<std::int32_t>(n), k; }},
      {"purpose", [](Key k, std::uint32_t n) { return k.purpose += n, k; }},
      {"replication", [](Key k, std::uint32_t n) { return k.replication += n, k; }},
      {"seed", [](Key k, std::uint32_t n) { return k.seed += n, k; }},
      {"upper seed", [](Key k, std::uint32_t n) { return k.seed += std::uint64_t{n} << 32, k; }},
  };
  return all;
}

constexpr std::uint32_t n = 200'000;

std::vector<std::uint32_t> along(const Axis& axis) {
  std::vector<std::uint32_t> words(n);
  for (std::uint32_t i = 0; i < n; ++i) words[i] = word(axis.step({}, i));
  return words;
}

double even(const std::vector<std::int64_t>& counts, double total) {
  const double expected = total / static_cast<double>(counts.size());
  double x = 0;
  for (const std::int64_t count : counts) {
    const double gap = static_cast<double>(count) - expected;
    x += gap * gap / expected;
  }
  return chi_square_tail(x, static_cast<double>(counts.size() - 1));
}

} // namespace

TEST_CASE("each byte of the words is even along every part of the key") {
  for (const Axis& axis : axes()) {
    const auto words = along(axis);
    for (unsigned byte = 0; byte < 4; ++byte) {
      std::vector<std::int64_t> counts(256);
      for (const std::uint32_t w : words) ++counts[w >> (8 * byte) & 255];
      const double p = even(counts, n);
      CAPTURE(axis.name);
      CAPTURE(byte);
      CHECK(plausible(p));
      CHECK(plausible(1 - p)); // nor more even than chance
    }
  }
}

TEST_CASE("neighbours along every part of the key are independent") {
  for (const Axis& axis : axes()) {
    const auto words = along(axis);
    for (const std::uint32_t lag : {1u, 2u, 4u, 12u}) {
      std::vector<std::int64_t> pairs(32 * 32);
      double product = 0;
      for (std::uint32_t i = 0; i + lag < n; ++i) {
        ++pairs[(words[i] >> 27) * 32 + (words[i + lag] >> 27)];
        product += (Draws::unit(words[i]) - 0.5) * (Draws::unit(words[i + lag]) - 0.5);
      }
      CAPTURE(axis.name);
      CAPTURE(lag);
      CHECK(plausible(even(pairs, n - lag)));
      // The product of two independent uniforms about their means has variance 1/144.
      CHECK(plausible(normal_two_sided(12 * product / std::sqrt(static_cast<double>(n - lag)))));
    }
  }
}

TEST_CASE("a step along one part of the key turns half the bits of a draw") {
  for (const Axis& axis : axes()) {
    std::int64_t turned = 0;
    for (std::uint32_t i = 0; i < 50'000; ++i) {
      Key key;
      key.person = 7 * i;
      turned += std::popcount(word(key) ^ word(axis.step(key, 1)));
    }
    CAPTURE(axis.name);
    CHECK(plausible(normal_two_sided(z_of(turned, 32.0 * 50'000, 0.5))));
  }
}

TEST_CASE("words that agree are as many as birthdays") {
  // 2^19 words of 32 bits: 2^37 / 2^32 = 32 pairs on average, by Poisson. 75 or more once in 10^10
  // seeds, 4 or fewer once in 10^9.
  std::vector<std::uint32_t> words(1u << 19);
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    Key key;
    key.person = i % 5000;
    key.month += static_cast<std::int32_t>(i / 5000);
    words[i] = word(key);
  }
  std::sort(words.begin(), words.end());
  int agree = 0;
  for (std::size_t i = 1; i < words.size(); ++i) agree += words[i] == words[i - 1];
  CHECK(agree > 4);
  CHECK(agree < 75);
}
