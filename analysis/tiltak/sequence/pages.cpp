#include <tiltak/sequence/pages.hpp>

#include <new>

#include <sys/mman.h>

namespace tiltak::sequence {
namespace {

constexpr std::size_t huge = std::size_t{2} << 20;

} // namespace

Pages::Pages(std::size_t bytes) : bytes_(bytes) {
  if (bytes == 0)
    return;
  data_ = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (data_ == MAP_FAILED) {
    data_ = nullptr;
    throw std::bad_alloc();
  }
  if (bytes >= 4 * huge)
    ::madvise(data_, bytes, MADV_HUGEPAGE); // advice: may be refused
}

Pages::~Pages() {
  if (data_ != nullptr)
    ::munmap(data_, bytes_);
}

void Pages::shrink(std::size_t bytes) {
  const std::size_t kept = (bytes + huge - 1) / huge * huge;
  if (data_ == nullptr || kept == 0 || kept >= bytes_)
    return;
  ::munmap(static_cast<char*>(data_) + kept, bytes_ - kept);
  bytes_ = kept;
}

} // namespace tiltak::sequence
