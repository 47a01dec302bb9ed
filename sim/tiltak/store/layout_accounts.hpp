// The rows of the layout's table for /accounts, /since_start and /deadweight.
#pragma once

#include <tiltak/store/layout.hpp>

namespace tiltak::store::layout {

std::span<const Variable> account_variables();

} // namespace tiltak::store::layout
