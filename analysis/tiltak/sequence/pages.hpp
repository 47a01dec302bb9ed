// Memory for the big matrices: whole pages straight from the system, zero, in huge pages where the
// system grants them (columns of a matrix then cost no walk through the page tables).
#pragma once

#include <cstddef>
#include <utility>

namespace tiltak::sequence {

class Pages {
public:
  Pages() = default;
  explicit Pages(std::size_t bytes); // zeroed; throws std::bad_alloc
  ~Pages();
  Pages(Pages&& other) noexcept { swap(other); }
  Pages& operator=(Pages&& other) noexcept {
    swap(other);
    return *this;
  }

  void* data() { return data_; }
  const void* data() const { return data_; }
  std::size_t bytes() const { return bytes_; }

  // Gives what lies behind the first `bytes` back to the system.
  void shrink(std::size_t bytes);

private:
  void swap(Pages& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(bytes_, other.bytes_);
  }

  void* data_ = nullptr;
  std::size_t bytes_ = 0;
};

} // namespace tiltak::sequence
