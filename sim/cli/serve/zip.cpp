#include "zip.hpp"

#include <array>
#include <cstdint>
#include <stdexcept>

namespace tiltak::serve {
namespace {

// The check sum of ZIP (ISO 3309), a table for each byte.
constexpr std::array<std::uint32_t, 256> table = [] {
  std::array<std::uint32_t, 256> all{};
  for (std::uint32_t byte = 0; byte < 256; ++byte) {
    std::uint32_t value = byte;
    for (int bit = 0; bit < 8; ++bit)
      value = (value & 1) != 0 ? 0xedb88320u ^ (value >> 1) : value >> 1;
    all[byte] = value;
  }
  return all;
}();

std::uint32_t check_sum(std::string_view bytes) {
  std::uint32_t value = 0xffffffffu;
  for (const char c : bytes)
    value = table[(value ^ static_cast<unsigned char>(c)) & 0xffu] ^ (value >> 8);
  return value ^ 0xffffffffu;
}

// The lowest `bytes` of the value, at most eight, the lowest first.
void put(std::string& out, std::uint64_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>((value >> (8 * i)) & 0xffu);
}

// What the header of a file and its line in the list of contents have in common
// (APPNOTE.TXT 4.3.7): version 2.0, names in UTF-8, stored, the first of January 1980, check sum,
// size twice, name.
void describe(std::string& out, const std::pair<std::string, std::string>& file) {
  const auto size = static_cast<std::uint32_t>(file.second.size());
  put(out, 20, 2);
  put(out, 0x0800, 2);
  put(out, 0, 4);
  put(out, 0x21, 2);
  put(out, check_sum(file.second), 4);
  put(out, size, 4);
  put(out, size, 4);
  put(out, static_cast<std::uint32_t>(file.first.size()), 2);
  put(out, 0, 2);
}

} // namespace

std::string zip(const std::vector<std::pair<std::string, std::string>>& files) {
  std::string out, contents;
  std::size_t total = 0;
  for (const auto& file : files) total += file.second.size() + 2 * file.first.size() + 100;
  if (files.size() > 0xffff || total > 0xffffffffu) throw std::length_error("too much for a zip");
  for (const auto& file : files) {
    const auto at = static_cast<std::uint32_t>(out.size());
    put(out, 0x04034b50, 4);
    describe(out, file);
    out += file.first + file.second;
    put(contents, 0x02014b50, 4);
    put(contents, 20, 2);
    describe(contents, file);
    put(contents, 0, 6); // no comment, first disk
    put(contents, 0, 4); // no attributes
    put(contents, at, 4);
    contents += file.first;
  }
  const auto at = static_cast<std::uint32_t>(out.size());
  const auto count = static_cast<std::uint32_t>(files.size());
  out += contents;
  put(out, 0x06054b50, 4);
  put(out, 0, 4);
  put(out, count, 2);
  put(out, count, 2);
  put(out, static_cast<std::uint32_t>(contents.size()), 4);
  put(out, at, 4);
  put(out, 0, 2);
  return out;
}

} // namespace tiltak::serve
