#include <tiltak/core/progress.hpp>

#include <atomic>
#include <utility>

namespace tiltak {
namespace {
std::atomic<int> stop{0};
static_assert(std::atomic<int>::is_always_lock_free, "must be safe in a signal handler");
} // namespace

Progress part_of(const Progress& whole, std::string what, std::uint64_t part, std::uint64_t parts) {
  constexpr std::uint64_t fine = 1000; // of a part
  return [&whole, what = std::move(what), part, parts](const std::string&, std::uint64_t done,
                                                       std::uint64_t of) {
    whole(what, part * fine + (of == 0 ? 0 : fine * done / of), parts * fine);
  };
}

Progress silent() {
  return [](const std::string&, std::uint64_t, std::uint64_t) {};
}

void request_stop(Stop kind) noexcept { stop.store(static_cast<int>(kind)); }
Stop stop_requested() noexcept { return static_cast<Stop>(stop.load()); }

void check_stop() {
  if (stop_requested() != Stop::none) throw Interrupted{stop_requested()};
}

} // namespace tiltak
