// Integers that are mostly small or zero, kept small until they are written: zigzag varints, runs
// of zeros by their length. Accounts of many replications wait in memory like this.
#pragma once

#include <cstdint>
#include <vector>

namespace tiltak {

class Packed {
public:
  void add(std::int32_t value) {
    if (value == 0) {
      ++zeros_;
      return;
    }
    flush();
    const auto u = static_cast<std::uint32_t>(value);
    put((static_cast<std::uint64_t>(u << 1) ^ (value < 0 ? 0xFFFFFFFFu : 0u)) & 0xFFFFFFFFu);
  }
  // All values in order; nothing may be added afterwards.
  std::vector<std::int32_t> values() {
    flush();
    std::vector<std::int32_t> out;
    for (std::size_t at = 0; at < bytes_.size();) {
      const std::uint64_t code = get(at);
      if (code == 0)
        out.resize(out.size() + static_cast<std::size_t>(get(at)), 0);
      else
        out.push_back(static_cast<std::int32_t>(static_cast<std::uint32_t>(code >> 1) ^
                                                (code & 1 ? 0xFFFFFFFFu : 0u)));
    }
    return out;
  }

private:
  void flush() {
    if (zeros_ == 0) return;
    put(0);
    put(zeros_);
    zeros_ = 0;
  }
  void put(std::uint64_t code) {
    for (; code >= 128; code >>= 7) bytes_.push_back(static_cast<std::uint8_t>(code | 128));
    bytes_.push_back(static_cast<std::uint8_t>(code));
  }
  std::uint64_t get(std::size_t& at) const {
    std::uint64_t code = 0;
    for (unsigned shift = 0;; shift += 7) {
      const std::uint8_t byte = bytes_[at++];
      code |= static_cast<std::uint64_t>(byte & 127) << shift;
      if (byte < 128) return code;
    }
  }

  std::vector<std::uint8_t> bytes_;
  std::uint64_t zeros_ = 0;
};

} // namespace tiltak
