// Identities that must not be mixed up. A person keeps the same number in every world.
#pragma once

#include <cstdint>

namespace tiltak {

enum class PersonId : std::uint32_t {};

constexpr std::uint32_t number(PersonId id) { return static_cast<std::uint32_t>(id); }

} // namespace tiltak
