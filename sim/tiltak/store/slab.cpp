#include <tiltak/store/slab.hpp>

#include <bit>
#include <cstring>
#include <stdexcept>

namespace tiltak::store {
namespace {

std::uint64_t eight(const std::uint8_t* codes) {
  static_assert(std::endian::native == std::endian::little);
  std::uint64_t x = 0;
  std::memcpy(&x, codes, 8);
  return x;
}

// Eight bytes below 16 as eight half bytes: neighbours are joined, three times.
std::uint32_t packed(std::uint64_t x) {
  x = (x | x >> 4) & 0x00ff00ff00ff00ffu;
  x = (x | x >> 8) & 0x0000ffff0000ffffu;
  return static_cast<std::uint32_t>(x | x >> 16);
}

constexpr std::uint64_t half_byte(std::uint64_t word, unsigned place) {
  return word >> (4 * place) & 15;
}

} // namespace

Slab::Slab(std::size_t persons, std::size_t months)
    : persons_(persons), months_(months), words_((persons + 15) / 16), packed_(words_ * months) {}

void Slab::add(std::span<const std::uint8_t> codes) {
  std::uint64_t* row = packed_.data() + filled_ * words_;
  const std::size_t whole = codes.size() / 16;
  std::uint64_t seen = 0;
  for (std::size_t w = 0; w < whole; ++w) {
    const std::uint64_t low = eight(&codes[16 * w]), high = eight(&codes[16 * w + 8]);
    row[w] = packed(low) | std::uint64_t{packed(high)} << 32;
    seen |= low | high;
  }
  for (std::size_t p = 16 * whole; p < codes.size(); ++p) {
    row[whole] |= std::uint64_t{codes[p]} << (4 * (p % 16));
    seen |= codes[p];
  }
  if ((seen & 0xf0f0f0f0f0f0f0f0u) != 0)
    throw std::logic_error("panel: a code is not below 16");
  ++filled_;
}

// Few persons change in a month, so 16 are compared at once. `first` counts each person's changes,
// one place further on.
void Slab::find_changes(std::vector<Change>& changes, std::vector<std::uint32_t>& first) const {
  for (std::size_t m = 1; m < filled_; ++m) {
    const std::uint64_t* now = packed_.data() + m * words_;
    const std::uint64_t* before = now - words_;
    for (std::size_t w = 0; w < words_; ++w)
      for (std::uint64_t differs = now[w] ^ before[w]; differs != 0;) {
        const unsigned place = static_cast<unsigned>(std::countr_zero(differs)) / 4;
        differs &= ~(std::uint64_t{15} << (4 * place));
        const std::size_t person = 16 * w + place;
        changes.push_back({static_cast<std::uint32_t>(person), static_cast<std::uint16_t>(m),
                           static_cast<std::uint8_t>(half_byte(now[w], place))});
        ++first[person + 1];
      }
  }
}

void Slab::read_runs(std::vector<Run>& out) const {
  std::vector<Change> changes;
  std::vector<std::uint32_t> first(16 * words_ + 1, 0);
  find_changes(changes, first);
  for (std::size_t p = 1; p < first.size(); ++p)
    first[p] += first[p - 1];
  std::vector<Change> sorted(changes.size()); // by person; the order of months is kept
  std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
  for (const Change& change : changes)
    sorted[next[change.person]++] = change;
  out.clear();
  for (std::size_t p = 0; p < persons_; ++p) {
    auto code = static_cast<std::uint8_t>(half_byte(packed_[p / 16], p % 16));
    std::size_t since = 0;
    for (std::size_t i = first[p]; i < first[p + 1]; ++i) {
      out.push_back({code, static_cast<std::uint16_t>(sorted[i].month - since)});
      code = sorted[i].code;
      since = sorted[i].month;
    }
    out.push_back({code, static_cast<std::uint16_t>(months_ - since)});
  }
}

} // namespace tiltak::store
