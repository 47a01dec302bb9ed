// A simulation saved in memory, and bytes read back as if from a file.
#pragma once

#include <cstring>
#include <string>
#include <vector>

#include <tiltak/core/archive.hpp>
#include <tiltak/core/diagnostic.hpp>

using Bytes = std::vector<unsigned char>;

class MemorySink : public tiltak::ByteSink {
public:
  void write(const void* bytes, std::size_t size) override {
    const auto* at = static_cast<const unsigned char*>(bytes);
    all.insert(all.end(), at, at + size);
  }
  Bytes all;
};

class MemorySource : public tiltak::ByteSource {
public:
  explicit MemorySource(const Bytes& bytes) : bytes_(bytes) {}
  void read(void* bytes, std::size_t size) override {
    std::memcpy(bytes, bytes_.data() + at_, size);
    at_ += size;
  }
  std::uint64_t left() const override { return bytes_.size() - at_; }
  [[noreturn]] void fail(const std::string& what) const override {
    throw tiltak::InputError(tiltak::Origin{"memory", 0, 0}, what);
  }

private:
  const Bytes& bytes_;
  std::size_t at_ = 0;
};

template <class T> Bytes saved(const T& what) {
  MemorySink sink;
  tiltak::Saver saver(sink);
  what.save(saver);
  return sink.all;
}
