// A file of its own, compiled without coverage: the compiler declares these two itself where it
// counts, and another declaration beside its own would leave libFuzzer without any.
#include "counters.hpp"

extern "C" {
extern std::uint8_t __attribute__((weak)) __start___sancov_cntrs;
extern std::uint8_t __attribute__((weak)) __stop___sancov_cntrs;
}

namespace tiltak::fuzz {

std::span<std::uint8_t> counters() {
  std::uint8_t *begin = &__start___sancov_cntrs, *end = &__stop___sancov_cntrs;
  if (begin == nullptr) return {};
  return {begin, static_cast<std::size_t>(end - begin)};
}

} // namespace tiltak::fuzz
