// Integers that are mostly small or zero, kept small until they are written: zigzag varints, runs
// of zeros by their length. Accounts of many replications wait in memory like this.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include <tiltak/core/diagnostic.hpp>

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
  // What `other` holds after what this does.
  void append(Packed other) {
    flush();
    other.flush();
    bytes_.insert(bytes_.end(), other.bytes_.begin(), other.bytes_.end());
  }
  // All values in order, which are `count`; nothing may be added afterwards. Throws RunError where
  // they are not, as bytes of a damaged file may be.
  std::vector<std::int32_t> values(std::size_t count) {
    flush();
    std::vector<std::int32_t> out;
    out.reserve(count);
    for (std::size_t at = 0; at < bytes_.size();) {
      const std::uint64_t code = get(at), zeros = code == 0 ? get(at) : 0;
      if (out.size() + std::max<std::uint64_t>(zeros, code != 0) > count) break;
      if (code == 0)
        out.resize(out.size() + static_cast<std::size_t>(zeros), 0);
      else
        out.push_back(static_cast<std::int32_t>(static_cast<std::uint32_t>(code >> 1) ^
                                                (code & 1 ? 0xFFFFFFFFu : 0u)));
    }
    if (out.size() != count) throw RunError("packed accounts are not as many as they should be");
    return out;
  }

private:
  template <class> friend struct Members; // checkpoints
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
    for (unsigned shift = 0; shift < 64 && at < bytes_.size(); shift += 7) {
      const std::uint8_t byte = bytes_[at++];
      code |= static_cast<std::uint64_t>(byte & 127) << shift;
      if (byte < 128) break;
    }
    return code;
  }

  std::vector<std::uint8_t> bytes_;
  std::uint64_t zeros_ = 0;
};

} // namespace tiltak
