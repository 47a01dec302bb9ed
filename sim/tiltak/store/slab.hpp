// A slab: the months of one chunk of the panel for one block of persons, kept month by month at four
// bits a person until it is whole, then turned into the chunk as it lies in the file.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tiltak::store {

// What a variable of the panel stores for each code the engine keeps.
using CodeMap = std::array<std::uint8_t, 16>;

class Slab {
public:
  Slab() = default;
  // For `persons` persons and `months` months; both at least 1.
  Slab(std::size_t persons, std::size_t months);

  std::size_t months() const { return filled_; } // so far
  bool is_whole() const { return filled_ == months_; }

  // The next month: a code below 16 for each of the first `codes.size()` <= persons persons; the rest
  // is padding, which is code 0.
  void add(std::span<const std::uint8_t> codes);

  // Person-major codes, persons x months; months not added are 0.
  void expand(std::span<std::uint8_t> out) const;

private:
  std::size_t persons_ = 0, months_ = 0, filled_ = 0;
  std::vector<std::uint8_t> packed_; // a row of (persons + 1) / 2 bytes for each month
};

// codes[i] = map[codes_in[i]]
void recode(std::span<const std::uint8_t> in, const CodeMap& map, std::span<std::uint8_t> out);

// A zlib stream, as HDF5's deflate filter expects it; level 1 to 9. Holds the compressor and its memory.
class Compressor {
public:
  explicit Compressor(int level);
  ~Compressor();
  Compressor(const Compressor&) = delete;
  Compressor& operator=(const Compressor&) = delete;

  // Valid until the next call.
  std::span<const std::uint8_t> compress(std::span<const std::uint8_t> bytes);

private:
  void* compressor_;
  std::vector<std::uint8_t> out_;
};

} // namespace tiltak::store
