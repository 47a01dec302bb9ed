#include <tiltak/core/archive.hpp>

#include <cstdlib>
#include <cstring>

namespace tiltak {

void Loader::fail(const std::string& what) const {
  source_.fail(what);
  std::abort(); // no source returns; the compiler cannot know
}

void Loader::get(void* bytes, std::size_t size) {
  if (size > source_.left()) fail("it ends too early");
  source_.read(bytes, size);
}

std::size_t Loader::count(std::size_t size) {
  std::uint64_t n = 0;
  one(n);
  if (n > source_.left() / size) fail("a length is beyond the end of the file");
  return static_cast<std::size_t>(n);
}

void Loader::one(bool& x) {
  std::uint8_t byte = 0;
  get(&byte, 1);
  if (byte > 1) fail("a truth value is neither true nor false");
  x = byte == 1;
}

void Loader::one(std::string& text) {
  text.resize(count(1));
  get(text.data(), text.size());
}

void Loader::mark(std::string_view word) {
  std::string found;
  one(found);
  if (found != word) fail("section '" + std::string(word) + "' is not where it should be");
}

void Checksum::word(std::uint64_t w) {
  std::uint64_t& lane = lanes_[size_ / 8 % 4];
  lane = (std::rotl(lane, 31) ^ w) * 0x9E3779B97F4A7C15u; // odd, so nothing is lost
}

void Checksum::add(const void* bytes, std::size_t size) {
  const auto* at = static_cast<const unsigned char*>(bytes);
  while (size > 0) {
    if (size_ % 8 == 0 && size >= 8) {
      std::uint64_t w = 0;
      std::memcpy(&w, at, 8);
      word(w);
      at += 8, size -= 8, size_ += 8;
      continue;
    }
    open_ |= std::uint64_t{*at} << (8 * (size_ % 8));
    if (size_ % 8 == 7) word(std::exchange(open_, 0));
    ++at, --size, ++size_;
  }
}

std::uint64_t Checksum::value() const {
  Checksum end = *this;
  end.word(open_);
  std::uint64_t sum = size_;
  for (const std::uint64_t lane : end.lanes_) {
    sum = (std::rotl(sum, 29) ^ lane) * 0xBF58476D1CE4E5B9u;
    sum ^= sum >> 32;
  }
  return sum;
}

} // namespace tiltak
