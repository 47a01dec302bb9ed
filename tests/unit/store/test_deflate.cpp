#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

#include <zlib.h>

#include <tiltak/store/deflate.hpp>
#include <tiltak/store/huffman.hpp>

using namespace tiltak::store;

namespace {

std::vector<std::uint8_t> bytes_of(const std::vector<Run>& runs, const CodeMap& map) {
  std::vector<std::uint8_t> bytes;
  for (const Run& run : runs)
    bytes.insert(bytes.end(), run.months, map[run.code]);
  return bytes;
}

// What zlib makes of a stream: it checks the Adler sum too.
std::vector<std::uint8_t> inflated(std::span<const std::uint8_t> stream, std::size_t expected) {
  std::vector<std::uint8_t> out(expected + 16);
  auto size = static_cast<uLongf>(out.size());
  REQUIRE(uncompress(out.data(), &size, stream.data(), static_cast<uLong>(stream.size())) == Z_OK);
  out.resize(size);
  return out;
}

void check(const std::vector<Run>& runs, const CodeMap& map) {
  RunDeflate deflate;
  const auto bytes = bytes_of(runs, map);
  CHECK(inflated(deflate.compress(runs, map), bytes.size()) == bytes);
}

constexpr CodeMap same{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

} // namespace

TEST_CASE("zlib reads what was deflated as runs") {
  check({}, same);
  check({{0, 1}}, same);
  check({{7, 65535}, {7, 65535}, {7, 65535}, {7, 65535}}, same);
  std::vector<Run> every_length;
  for (std::uint16_t months = 1; months < 800; ++months)
    every_length.push_back({static_cast<std::uint8_t>(months % 16), months});
  check(every_length, same);
  check(every_length, {255, 0, 255, 0, 144, 143, 9, 9, 9, 9, 9, 9, 9, 9, 9, 255});
}

TEST_CASE("zlib reads runs of chance of every density") {
  std::uint32_t x = 12345;
  const auto draw = [&](std::uint32_t below) {
    x = x * 1664525u + 1013904223u;
    return (x >> 8) % below;
  };
  for (const std::uint32_t longest : {1u, 2u, 3u, 9u, 60u, 1000u}) {
    std::vector<Run> runs;
    for (int i = 0; i < 20'000; ++i)
      runs.push_back(
          {static_cast<std::uint8_t>(draw(16)), static_cast<std::uint16_t>(1 + draw(longest))});
    check(runs, same);
    check(runs, {0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 3, 3, 3, 3, 3, 3}); // neighbours fall together
  }
}

TEST_CASE("one compressor makes the same of the same again") {
  RunDeflate deflate;
  const std::vector<Run> runs{{1, 10}, {2, 300}, {1, 1}};
  const auto first = deflate.compress(runs, same);
  const std::vector<std::uint8_t> kept(first.begin(), first.end());
  deflate.compress(std::vector<Run>{{3, 5}}, same);
  const auto again = deflate.compress(runs, same);
  CHECK(std::equal(again.begin(), again.end(), kept.begin(), kept.end()));
}

TEST_CASE("codes are complete and stay below their limit") {
  std::vector<std::uint32_t> fibonacci{1, 1}; // the deepest tree there is
  while (fibonacci.size() < 30)
    fibonacci.push_back(fibonacci.back() + fibonacci[fibonacci.size() - 2]);
  for (const unsigned limit : {7u, 15u}) {
    const auto lengths = code_lengths(fibonacci, limit);
    double kraft = 0;
    for (const auto length : lengths)
      kraft += 1.0 / static_cast<double>(1u << length);
    CHECK(*std::max_element(lengths.begin(), lengths.end()) <= limit);
    CHECK(kraft == 1.0);
  }
  // The worked example of RFC 1951, 3.2.2: lengths 3 3 3 3 3 2 4 4, with F = 00 and H = 1111.
  const auto codes = canonical_codes(std::vector<std::uint8_t>{3, 3, 3, 3, 3, 2, 4, 4});
  CHECK(codes ==
        std::vector<std::uint16_t>{0b010, 0b110, 0b001, 0b101, 0b011, 0b00, 0b0111, 0b1111});
}
