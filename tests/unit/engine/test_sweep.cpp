#include <doctest/doctest.h>

#include <vector>

#include <tiltak/core/draw_words.hpp>
#include <tiltak/engine/sweep.hpp>

#include "../each_target.hpp"

using namespace tiltak;

TEST_CASE("every instruction set lists the same persons as a plain loop") {
  const Draws draws(7, 0);
  std::vector<std::uint32_t> words(sweep_size), other(sweep_size);
  fill_words(draws, 0, 1, Purpose::transition, words);
  fill_words(draws, 0, 2, Purpose::transition, other);
  std::vector<std::uint16_t> bounds(sweep_size);
  std::vector<std::uint8_t> due(sweep_size);
  for (std::size_t i = 0; i < sweep_size; ++i) {
    bounds[i] = static_cast<std::uint16_t>(i % 3 == 0 ? words[i] >> 16 : other[i] >> 20);
    due[i] = static_cast<std::uint8_t>(other[i] % 11);
  }
  bounds[5] = 0xffff; // always
  bounds[6] = 0;
  for (const std::size_t n : {std::size_t{0}, std::size_t{1}, std::size_t{67}, sweep_size}) {
    std::vector<std::uint16_t> leaving, now;
    for (std::size_t i = 0; i < n; ++i) {
      if (words[i] >> 16 <= bounds[i]) leaving.push_back(static_cast<std::uint16_t>(i));
      if (due[i] == 7) now.push_back(static_cast<std::uint16_t>(i));
    }
    with_each_target([&](const char* target) {
      CAPTURE(target);
      CAPTURE(n);
      SweepList list;
      const std::size_t count = may_leave({words.data(), n}, bounds.data(), list);
      CHECK(std::vector<std::uint16_t>(list, list + count) == leaving);
      const std::size_t due_count = are_due({due.data(), n}, 7, list);
      CHECK(std::vector<std::uint16_t>(list, list + due_count) == now);
    });
  }
}
