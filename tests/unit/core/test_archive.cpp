#include <doctest/doctest.h>

#include <limits>

#include "../engine/saved.hpp"

namespace {
struct Pair {
  int first;
  std::vector<std::string> names;
  bool operator==(const Pair&) const = default;
};
} // namespace

namespace tiltak {
template <> struct Members<Pair> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [first, names] = self;
    v(first, names);
  }
};
} // namespace tiltak

using namespace tiltak;

namespace {

template <class... T> Bytes bytes_of(const T&... values) {
  MemorySink sink;
  Saver saver(sink);
  saver(values...);
  return sink.all;
}

template <class T> T back(const T& value) {
  const Bytes bytes = bytes_of(value);
  MemorySource source(bytes);
  Loader loader(source);
  T read{};
  loader(read);
  CHECK(source.left() == 0);
  return read;
}

template <class T> void refuse(const Bytes& bytes) {
  MemorySource source(bytes);
  Loader loader(source);
  T read{};
  CHECK_THROWS_AS(loader(read), InputError);
}

} // namespace

TEST_CASE("what is saved comes back") {
  CHECK(back(std::numeric_limits<double>::denorm_min()) ==
        std::numeric_limits<double>::denorm_min());
  CHECK(back(std::vector<Pair>{{1, {"a", ""}}, {-7, {}}}) ==
        std::vector<Pair>{{1, {"a", ""}}, {-7, {}}});
  CHECK(back(std::map<int, std::string>{{3, "c"}, {1, "a"}}) ==
        std::map<int, std::string>{{1, "a"}, {3, "c"}});
  CHECK(back(std::optional<int>{}) == std::nullopt);
  CHECK(back(std::optional<int>{5}) == 5);
  CHECK(*back(std::make_shared<const std::string>("x")) == "x");
  CHECK(back(std::array<std::int16_t, 3>{1, -2, 3}) == std::array<std::int16_t, 3>{1, -2, 3});
}

TEST_CASE("a length beyond the end is refused before anything is made") {
  refuse<std::vector<double>>(bytes_of(std::uint64_t{1} << 60));
  refuse<std::vector<double>>(bytes_of(std::uint64_t{2}, 1.0));
  refuse<std::vector<std::vector<int>>>(bytes_of(std::uint64_t{1} << 60));
  refuse<std::string>(bytes_of(std::numeric_limits<std::uint64_t>::max()));
  refuse<bool>(bytes_of(std::uint8_t{2}));
}

TEST_CASE("a section that is not there is named") {
  MemorySink sink;
  Saver(sink).mark("persons");
  MemorySource source(sink.all);
  Loader loader(source);
  CHECK_THROWS_WITH_AS(loader.mark("world"),
                       doctest::Contains("section 'world' is not where it should be"), InputError);
}

TEST_CASE("every change of a byte changes the checksum however the bytes are handed over") {
  Bytes bytes(67);
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<unsigned char>(i * 37);
  const auto sum = [](const Bytes& all, std::size_t step) {
    Checksum c;
    for (std::size_t at = 0; at < all.size(); at += step)
      c.add(all.data() + at, std::min(step, all.size() - at));
    return c.value();
  };
  const auto whole = sum(bytes, bytes.size());
  for (const std::size_t step : {1u, 3u, 8u, 9u, 64u}) CHECK(sum(bytes, step) == whole);
  for (std::size_t i = 0; i < bytes.size(); ++i)
    for (int bit = 0; bit < 8; ++bit) {
      Bytes other = bytes;
      other[i] = static_cast<unsigned char>(other[i] ^ (1 << bit));
      CHECK(sum(other, other.size()) != whole);
    }
  Bytes longer = bytes;
  longer.push_back(0);
  CHECK(sum(longer, longer.size()) != whole);
}
