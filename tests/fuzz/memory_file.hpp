// Bytes under a name that the code under test can open, without a disk.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace tiltak::fuzz {

class MemoryFile {
public:
  MemoryFile();
  ~MemoryFile();
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  const std::string& path() const { return path_; }
  void hold(const std::uint8_t* data, std::size_t size); // in place of what it held

private:
  std::string path_;
  int descriptor_;
};

// Ends the program where something does not hold; libFuzzer and ctest call that a finding.
void require(bool holds);

} // namespace tiltak::fuzz
