// The style and the script of the live page, put into the program when it is built.
#pragma once

#include <string_view>

namespace tiltak::serve::assets {

std::string_view style();
std::string_view script();

} // namespace tiltak::serve::assets
