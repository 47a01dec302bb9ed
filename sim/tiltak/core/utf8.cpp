#include <tiltak/core/utf8.hpp>

#include <algorithm>

#include <fmt/format.h>

namespace tiltak {
namespace {

unsigned byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
}

bool is_control(std::string_view text, std::size_t at) {
  const unsigned c = byte_at(text, at);
  if (c == '\t' || c == '\n') return false;
  const bool c1 = c == 0xC2U && byte_at(text, at + 1) < 0xA0U; // U+0080..U+009F
  return c < 0x20U || c == 0x7FU || c1;
}

} // namespace

std::size_t character_length(std::string_view text, std::size_t at) {
  const unsigned a = byte_at(text, at), b = byte_at(text, at + 1);
  const auto follows = [&](std::size_t i) { return (byte_at(text, at + i) & 0xC0U) == 0x80U; };
  if (a < 0x80U) return at < text.size() ? 1 : 0;
  if (a >= 0xC2U && a <= 0xDFU) return follows(1) ? 2 : 0;
  if (a >= 0xE0U && a <= 0xEFU) {
    const bool overlong = a == 0xE0U && b < 0xA0U;
    const bool surrogate = a == 0xEDU && b > 0x9FU;
    return follows(1) && follows(2) && !overlong && !surrogate ? 3 : 0;
  }
  if (a >= 0xF0U && a <= 0xF4U) {
    const bool outside = (a == 0xF0U && b < 0x90U) || (a == 0xF4U && b > 0x8FU);
    return follows(1) && follows(2) && follows(3) && !outside ? 4 : 0;
  }
  return 0;
}

std::string printable(std::string_view text) {
  std::string shown;
  shown.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = character_length(text, i);
    if (length > 0 && !is_control(text, i))
      shown += text.substr(i, length);
    else
      for (std::size_t k = i; k < i + std::max<std::size_t>(1, length); ++k)
        shown += fmt::format("\\x{:02X}", byte_at(text, k));
    i += std::max<std::size_t>(1, length);
  }
  return shown;
}

std::string shortened(std::string text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && (byte_at(text, most) & 0xC0U) == 0x80U) --most;
  return text.substr(0, most) + "...";
}

} // namespace tiltak
