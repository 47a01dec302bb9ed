#include "memory_file.hpp"

#include <cstdlib>

#include <fmt/format.h>

#include <sys/mman.h>
#include <unistd.h>

namespace tiltak::fuzz {

void require(bool holds) {
  if (!holds) std::abort();
}

MemoryFile::MemoryFile()
    : descriptor_(::memfd_create("fuzz", 0)), path_(fmt::format("/proc/self/fd/{}", descriptor_)) {
  require(descriptor_ >= 0);
}

MemoryFile::~MemoryFile() { ::close(descriptor_); }

void MemoryFile::hold(const std::uint8_t* data, std::size_t size) {
  require(::ftruncate(descriptor_, 0) == 0);
  require(::pwrite(descriptor_, data, size, 0) == static_cast<ssize_t>(size));
}

} // namespace tiltak::fuzz
