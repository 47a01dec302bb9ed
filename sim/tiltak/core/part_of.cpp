#include <tiltak/core/part_of.hpp>

#include <utility>

namespace tiltak {

Progress part_of(const Progress& whole, std::string what, std::uint64_t part, std::uint64_t parts) {
  constexpr std::uint64_t fine = 1000; // of a part
  return [&whole, what = std::move(what), part, parts](const std::string&, std::uint64_t done,
                                                       std::uint64_t of) {
    whole(what, part * fine + (of == 0 ? 0 : fine * done / of), parts * fine);
  };
}

} // namespace tiltak
