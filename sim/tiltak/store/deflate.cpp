#include <tiltak/store/deflate.hpp>

#include <algorithm>
#include <cstring>

#include <tiltak/store/huffman.hpp>

namespace tiltak::store {
namespace {

constexpr std::uint64_t adler_modulus = 65521;
constexpr unsigned end_of_block = 256, longest = 258, shortest = 3;

// RFC 1951, 3.2.5: symbol and extra bits of each length.
struct Length {
  std::uint16_t symbol;
  std::uint8_t extra_bits, extra;
};

constexpr auto lengths_of_matches = [] {
  std::array<Length, longest + 1> table{};
  unsigned length = shortest;
  for (unsigned symbol = 257; symbol < 285; ++symbol) {
    const unsigned bits = symbol < 265 ? 0 : (symbol - 261) / 4;
    for (unsigned extra = 0; extra < 1u << bits && length < longest; ++extra, ++length)
      table[length] = {static_cast<std::uint16_t>(symbol), static_cast<std::uint8_t>(bits),
                       static_cast<std::uint8_t>(extra)};
  }
  table[longest] = {285, 0, 0};
  return table;
}();

// A code with whatever follows it, lowest bit first.
struct Word {
  std::uint32_t bits = 0;
  std::uint32_t size = 0; // of bits, at most 32
};

// Collects bits from the lowest up, into room for at most four bytes a word.
class Bits {
public:
  explicit Bits(std::uint8_t* out) : out_(out) {}
  void put(Word word) {
    held_ |= std::uint64_t{word.bits} << count_;
    count_ += word.size;
    if (count_ < 32)
      return;
    for (unsigned i = 0; i < 4; ++i)
      *out_++ = static_cast<std::uint8_t>(held_ >> (8 * i));
    held_ >>= 32;
    count_ -= 32;
  }
  std::uint8_t* finish() { // behind the last byte
    for (; count_ > 0; count_ -= std::min(count_, 8u), held_ >>= 8)
      *out_++ = static_cast<std::uint8_t>(held_);
    return out_;
  }

private:
  std::uint8_t* out_;
  std::uint64_t held_ = 0;
  unsigned count_ = 0;
};

// RFC 1951, 3.2.7: the code lengths, themselves coded; runs of zeros have codes of their own.
struct LengthCode {
  std::uint8_t symbol, extra_bits, extra;
};

std::vector<LengthCode> coded(std::span<const std::uint8_t> lengths) {
  std::vector<LengthCode> codes;
  for (std::size_t i = 0; i < lengths.size();) {
    std::size_t zeros = 0;
    while (zeros < 138 && i + zeros < lengths.size() && lengths[i + zeros] == 0)
      ++zeros;
    if (zeros >= 11)
      codes.push_back({18, 7, static_cast<std::uint8_t>(zeros - 11)});
    else if (zeros >= 3)
      codes.push_back({17, 3, static_cast<std::uint8_t>(zeros - 3)});
    else
      codes.push_back({lengths[i], 0, 0});
    i += zeros >= 3 ? zeros : 1;
  }
  return codes;
}

void write_header(Bits& bits, std::span<const std::uint8_t> literals) {
  constexpr std::array<std::uint8_t, 19> order{16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                               11, 4,  12, 3, 13, 2, 14, 1, 15};
  std::vector<std::uint8_t> all(literals.begin(), literals.end());
  all.push_back(1); // the one distance: the byte before
  const auto codes = coded(all);
  std::array<std::uint32_t, 19> counts{};
  for (const auto& code : codes)
    ++counts[code.symbol];
  const auto lengths = code_lengths(counts, 7);
  const auto canonical = canonical_codes(lengths);
  bits.put({1, 1}); // the last block
  bits.put({2, 2}); // with codes of its own
  bits.put({static_cast<std::uint32_t>(literals.size() - 257), 5});
  bits.put({0, 5});  // one distance
  bits.put({15, 4}); // all 19
  for (const std::uint8_t symbol : order)
    bits.put({lengths[symbol], 3});
  for (const auto& code : codes) {
    bits.put({canonical[code.symbol], lengths[code.symbol]});
    bits.put({code.extra, code.extra_bits});
  }
}

// What is written for each token: a literal's code, or a length's with its extra bits and the
// distance's code, which is the bit 0.
using Words = std::array<Word, 256 + longest + 1>;

Words words_for(std::span<const std::uint8_t> sizes) {
  const auto codes = canonical_codes(sizes);
  Words words{};
  for (std::size_t value = 0; value < 256; ++value)
    words[value] = {codes[value], sizes[value]};
  for (std::size_t length = shortest; length <= longest; ++length) {
    const Length& match = lengths_of_matches[length];
    if (match.symbol >= sizes.size())
      continue; // none of this length
    words[256 + length] = {codes[match.symbol] | std::uint32_t{match.extra} << sizes[match.symbol],
                           sizes[match.symbol] + match.extra_bits + 1u};
  }
  return words;
}

unsigned symbol_of(std::uint16_t token) {
  return token < 256 ? token : lengths_of_matches[token - 256u].symbol;
}

} // namespace

void RunDeflate::repeat(std::uint8_t value, std::uint64_t count) {
  if (count == 0)
    return;
  adler_high_ =
      (adler_high_ + count * adler_low_ + value * (count * (count + 1) / 2)) % adler_modulus;
  adler_low_ = (adler_low_ + count * value) % adler_modulus;
  tokens_.push_back(value);
  for (--count; count >= shortest;) {
    const auto length = std::min<std::uint64_t>(count, longest);
    tokens_.push_back(static_cast<std::uint16_t>(256 + length));
    count -= length;
  }
  for (; count > 0; --count)
    tokens_.push_back(value);
}

void RunDeflate::tokenise(std::span<const Run> runs, const CodeMap& map) {
  tokens_.clear();
  adler_low_ = 1;
  adler_high_ = 0;
  std::uint8_t value = 0;
  std::uint64_t count = 0;
  for (const Run& run : runs) {
    const std::uint8_t next = map[run.code];
    if (next != value) {
      repeat(value, count);
      value = next;
      count = 0;
    }
    count += run.months;
  }
  repeat(value, count);
}

void RunDeflate::write_block() {
  std::array<std::uint32_t, 286> counts{};
  for (const std::uint16_t token : tokens_)
    ++counts[symbol_of(token)];
  ++counts[end_of_block];
  if (tokens_.empty())
    ++counts[0]; // a code has two words at least
  auto sizes = code_lengths(counts, 15);
  while (sizes.size() > 257 && sizes.back() == 0)
    sizes.pop_back();
  const Words words = words_for(sizes);
  const std::size_t begin = out_.size();
  out_.resize(begin + 4 * (tokens_.size() + 2 * sizes.size() + 32));
  Bits bits(out_.data() + begin);
  write_header(bits, sizes);
  for (const std::uint16_t token : tokens_)
    bits.put(words[token]);
  bits.put({canonical_codes(sizes)[end_of_block], sizes[end_of_block]});
  out_.resize(static_cast<std::size_t>(bits.finish() - out_.data()));
}

std::span<const std::uint8_t> RunDeflate::compress(std::span<const Run> runs, const CodeMap& map) {
  tokenise(runs, map);
  out_.assign({0x78, 0x01}); // a window of 32 kB, fastest
  write_block();
  const auto adler = static_cast<std::uint32_t>(adler_high_ << 16 | adler_low_);
  for (int shift = 24; shift >= 0; shift -= 8)
    out_.push_back(static_cast<std::uint8_t>(adler >> shift));
  return out_;
}

} // namespace tiltak::store
