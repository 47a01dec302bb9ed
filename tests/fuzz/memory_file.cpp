#include "memory_file.hpp"

#include <cstdlib>

#include <unistd.h>

namespace tiltak::fuzz {

void require(bool holds) {
  if (!holds) std::abort();
}

// On the file system in memory: the HDF5 library wants a path that stays what it is.
MemoryFile::MemoryFile() : path_("/dev/shm/tiltak-fuzz-XXXXXX") {
  descriptor_ = ::mkstemp(path_.data());
  require(descriptor_ >= 0);
}

MemoryFile::~MemoryFile() {
  ::close(descriptor_);
  ::unlink(path_.c_str());
}

void MemoryFile::hold(const std::uint8_t* data, std::size_t size) {
  require(::ftruncate(descriptor_, 0) == 0);
  require(::pwrite(descriptor_, data, size, 0) == static_cast<ssize_t>(size));
}

} // namespace tiltak::fuzz
