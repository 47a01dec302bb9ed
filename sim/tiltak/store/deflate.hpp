// Deflate for data that are nothing but runs: every match is a repetition of the byte before (as
// with zlib's strategy Z_RLE), so nothing is searched for, and distances cost one bit. On monthly
// states this is both several times faster and about half as large as level 1 of zlib or libdeflate
// (docs/decisions/010-panel-storage.md). Any inflate reads it.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include <tiltak/store/slab.hpp>

namespace tiltak::store {

// What a variable of the panel stores for each code of the engine.
using CodeMap = std::array<std::uint8_t, 16>;

class RunDeflate {
public:
  // The zlib stream (RFC 1950, 1951) of the bytes that `runs` stand for, each code as `map` has it.
  // Valid until the next call.
  std::span<const std::uint8_t> compress(std::span<const Run> runs, const CodeMap& map);

private:
  void tokenise(std::span<const Run> runs, const CodeMap& map);
  void repeat(std::uint8_t value, std::uint64_t count);
  void write_block();

  std::vector<std::uint16_t> tokens_; // below 256 a literal, else 256 + length of a repetition
  std::vector<std::uint8_t> out_;
  std::uint64_t adler_low_ = 1, adler_high_ = 0; // RFC 1950
};

} // namespace tiltak::store
