#include <tiltak/sequence/instructions.hpp>

#include <hwy/highway.h>

namespace tiltak::sequence {
namespace {

std::int64_t targets(Instructions instructions) {
  if (instructions == Instructions::avx512)
    return HWY_AVX3;
  return instructions == Instructions::avx2 ? HWY_AVX2 : HWY_STATIC_TARGET;
}

} // namespace

void use(Instructions instructions) {
  hwy::SetSupportedTargetsForTest(instructions == Instructions::best ? 0 : targets(instructions));
  hwy::GetChosenTarget().DeInit();
}

bool available(Instructions instructions) {
  return instructions == Instructions::best || instructions == Instructions::plain ||
         (hwy::SupportedTargets() & targets(instructions)) != 0;
}

std::string_view instructions_in_use() {
  const std::int64_t all = hwy::SupportedTargets() & HWY_TARGETS;
  return hwy::TargetName(all & -all); // the lowest bit is the best
}

} // namespace tiltak::sequence
