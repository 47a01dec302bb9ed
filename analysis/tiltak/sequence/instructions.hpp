// Which vector instructions the kernels may use. All give the same numbers; tests and benchmarks
// compare them. Not to be called while kernels run.
#pragma once

#include <string_view>

namespace tiltak::sequence {

enum class Instructions { best, avx512, avx2, plain };

void use(Instructions instructions);
bool available(Instructions instructions);
std::string_view instructions_in_use(); // "AVX3" is Highway's name for AVX-512

} // namespace tiltak::sequence
