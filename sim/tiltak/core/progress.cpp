#include <tiltak/core/progress.hpp>

#include <atomic>

namespace tiltak {
namespace {
std::atomic<int> stop{0}, asked{0};
static_assert(std::atomic<int>::is_always_lock_free, "must be safe in a signal handler");
} // namespace

Progress silent() {
  return [](const std::string&, std::uint64_t, std::uint64_t) {};
}

void request_stop(Stop kind) noexcept { stop.store(static_cast<int>(kind)); }
Stop stop_requested() noexcept { return static_cast<Stop>(stop.load()); }

void request_checkpoint() noexcept { asked.store(1); }
bool take_checkpoint_request() noexcept { return asked.exchange(0) != 0; }

void check_stop() {
  if (stop_requested() != Stop::none) throw Interrupted{stop_requested()};
}

} // namespace tiltak
