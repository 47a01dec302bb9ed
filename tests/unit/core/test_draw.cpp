#include <cmath>
#include <vector>

#include <Random123/philox.h>
#include <doctest/doctest.h>
#include <tiltak/core/draw.hpp>
#include <tiltak/core/draw_words.hpp>

#include "../each_target.hpp"

using namespace tiltak;

TEST_CASE("Philox gives the published known answer") {
  // Random123's kat_vectors, philox4x32 10: counter and key all zero.
  const Draws zero{0, 0};
  const auto words = zero.block(0, 0, 0);
  CHECK(words == DrawBlock{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
  const Draws ones{~0ull, ~0u};
  CHECK(ones.block(~0u, -1, ~0u) == DrawBlock{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
}

TEST_CASE("Philox is that of its authors' library") {
  const std::array<std::uint64_t, 3> seeds{0, 42, 0x0123'4567'89ab'cdef};
  std::uint32_t x = 1; // some word or other for each place of the counter
  const auto next = [&] { return x = x * 1664525u + 1013904223u; };
  for (int n = 0; n < 3000; ++n) {
    const std::uint64_t seed = seeds[static_cast<std::size_t>(n) % seeds.size()];
    const r123::Philox4x32::key_type key{
        {static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)}};
    const r123::Philox4x32::ctr_type counter{{next(), next(), next(), next()}};
    const auto theirs = r123::Philox4x32{}(counter, key);
    const DrawBlock ours =
        Draws(seed, counter[3])
            .block(counter[0], static_cast<std::int32_t>(counter[1]), counter[2]);
    REQUIRE(std::equal(ours.begin(), ours.end(), theirs.begin()));
  }
}

TEST_CASE("a draw depends on each part of its key and on nothing else") {
  const Draws draws{42, 0};
  const auto base = draws.word(PersonId{7}, 100, Purpose::transition);
  CHECK(base == Draws{42, 0}.word(PersonId{7}, 100, Purpose::transition));
  CHECK(base != draws.word(PersonId{8}, 100, Purpose::transition));
  CHECK(base != draws.word(PersonId{7}, 101, Purpose::transition));
  CHECK(base != draws.word(PersonId{7}, 100, Purpose::hours));
  CHECK(base != Draws{43, 0}.word(PersonId{7}, 100, Purpose::transition));
  CHECK(base != Draws{42, 1}.word(PersonId{7}, 100, Purpose::transition));
}

TEST_CASE("uniforms are open and even") {
  CHECK(Draws::unit(0) > 0);
  CHECK(Draws::unit(~0u) < 1);
  // Mean of 200,000 uniforms: sd 0.000645; the bound is 5.2 sd (false alarm 2e-7, seed fixed).
  double sum = 0;
  const Draws draws{1, 0};
  for (std::uint32_t i = 0; i < 200'000; ++i)
    sum += draws.uniform(PersonId{i}, 3, Purpose::placement);
  CHECK(std::abs(sum / 200'000 - 0.5) < 0.00335);
}

TEST_CASE("words of many persons at once are the words of each") {
  const Draws draws(0x1234'5678'9abc'def0, 3);
  with_each_target([&](const char* target) {
    CAPTURE(target);
    for (const std::size_t n : {4u, 28u, 4096u}) {
      std::vector<std::uint32_t> words(n);
      fill_words(draws, 4000, -5, Purpose::retention, words);
      for (std::uint32_t i = 0; i < n; ++i)
        REQUIRE(words[i] == draws.word(PersonId{4000 + i}, -5, Purpose::retention));
    }
  });
}
