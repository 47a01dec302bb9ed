#include <tiltak/store/slab.hpp>

#include <new>

#include <libdeflate.h>

namespace tiltak::store {

Slab::Slab(std::size_t persons, std::size_t months)
    : persons_(persons), months_(months), packed_((persons + 1) / 2 * months) {}

void Slab::add(std::span<const std::uint8_t> codes) {
  std::uint8_t* row = packed_.data() + filled_ * ((persons_ + 1) / 2);
  const std::size_t pairs = codes.size() / 2;
  for (std::size_t i = 0; i < pairs; ++i)
    row[i] = static_cast<std::uint8_t>(codes[2 * i] | codes[2 * i + 1] << 4);
  if (codes.size() % 2 != 0) row[pairs] = codes.back();
  ++filled_;
}

void Slab::expand(std::span<std::uint8_t> out) const {
  const std::size_t width = (persons_ + 1) / 2;
  for (std::size_t p = 0; p < persons_; ++p) {
    const unsigned shift = p % 2 == 0 ? 0 : 4;
    for (std::size_t m = 0; m < months_; ++m)
      out[p * months_ + m] = static_cast<std::uint8_t>(packed_[m * width + p / 2] >> shift & 15);
  }
}

void recode(std::span<const std::uint8_t> in, const CodeMap& map, std::span<std::uint8_t> out) {
  for (std::size_t i = 0; i < in.size(); ++i) out[i] = map[in[i] & 15];
}

Compressor::Compressor(int level) : compressor_(libdeflate_alloc_compressor(level)) {
  if (!compressor_) throw std::bad_alloc();
}

Compressor::~Compressor() {
  libdeflate_free_compressor(static_cast<libdeflate_compressor*>(compressor_));
}

std::span<const std::uint8_t> Compressor::compress(std::span<const std::uint8_t> bytes) {
  auto* compressor = static_cast<libdeflate_compressor*>(compressor_);
  out_.resize(libdeflate_zlib_compress_bound(compressor, bytes.size()));
  const std::size_t size =
      libdeflate_zlib_compress(compressor, bytes.data(), bytes.size(), out_.data(), out_.size());
  return {out_.data(), size}; // the bound leaves room for any input
}

} // namespace tiltak::store
