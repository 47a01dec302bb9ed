// The lists of codes that files hold, with their words in English and Bokmål and their colours.
// A code and its name are the file format's: never renumber, only append.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace tiltak::store {

struct Code {
  std::uint8_t value;
  std::string_view name; // one word of flag_meanings
  std::string_view en, nb;
  std::string_view colour; // "#rrggbb"; empty where none is needed
};

using Codes = std::span<const Code>;

namespace codes {
extern const Codes none; // empty: the variable is not a code
extern const Codes state;
extern const Codes job;
extern const Codes sex;
extern const Codes origin;
extern const Codes education;
extern const Codes ending;
// Places and kinds of work, which groups and segments are named after.
extern const Codes county;
extern const Codes region;
extern const Codes skill;
} // namespace codes

} // namespace tiltak::store
