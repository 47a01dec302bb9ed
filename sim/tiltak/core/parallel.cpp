#include <tiltak/core/parallel.hpp>

#include <algorithm>
#include <exception>
#include <mutex>
#include <stdexcept>
#include <thread>

#include <tiltak/core/diagnostic.hpp>

#ifdef TILTAK_PARALLEL_THREADS
#include <atomic>
#else
#include <memory>

#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/partitioner.h>
#include <oneapi/tbb/task_arena.h>
#endif

namespace tiltak::parallel {
namespace {

unsigned chosen = 0; // set once by the program before work starts

// Keeps the exception of the lowest index, so that what is reported does not depend on timing.
class FirstError {
public:
  void keep(std::size_t index) {
    const std::lock_guard lock(mutex_);
    if (!error_ || index < index_) {
      error_ = std::current_exception();
      index_ = index;
    }
  }
  void rethrow() {
    if (error_) std::rethrow_exception(error_);
  }

private:
  std::mutex mutex_;
  std::exception_ptr error_;
  std::size_t index_ = 0;
};

void serial(std::size_t count, const std::function<void(std::size_t)>& body) {
  for (std::size_t i = 0; i < count; ++i) body(i);
}

#ifndef TILTAK_PARALLEL_THREADS
// The arena of the chosen size. More threads than cores are allowed (and tested): TBB wants to be
// told before.
oneapi::tbb::task_arena& arena() {
  using oneapi::tbb::global_control;
  static std::unique_ptr<global_control> control;
  static oneapi::tbb::task_arena instance;
  static unsigned size = 0;
  if (size != threads()) {
    size = threads();
    control = std::make_unique<global_control>(global_control::max_allowed_parallelism, size);
    instance.terminate();
    instance.initialize(static_cast<int>(size));
  }
  return instance;
}
#endif

} // namespace

void set_threads(unsigned count) { chosen = count; }

unsigned threads() {
  return chosen != 0 ? chosen : std::max(1u, std::thread::hardware_concurrency());
}

void for_each(std::size_t count, const std::function<void(std::size_t)>& body) {
  if (count <= 1 || threads() == 1) return serial(count, body);
  FirstError error;
  const auto guarded = [&](std::size_t i) {
    try {
      body(i);
    } catch (...) {
      error.keep(i);
    }
  };
#ifdef TILTAK_PARALLEL_THREADS
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < count; i = next++) guarded(i);
  };
  std::vector<std::thread> team;
  for (unsigned t = 1; t < threads(); ++t) team.emplace_back(work);
  work();
  for (auto& member : team) member.join();
#else
  using oneapi::tbb::blocked_range;
  const auto in_blocks = [&] {
    oneapi::tbb::parallel_for(
        blocked_range<std::size_t>(0, count),
        [&](const blocked_range<std::size_t>& range) {
          for (std::size_t i = range.begin(); i != range.end(); ++i) guarded(i);
        },
        oneapi::tbb::simple_partitioner{});
  };
  try { // what is thrown here is TBB's own: the body's errors are kept
    arena().execute(in_blocks);
  } catch (const std::runtime_error& failed) {
    throw RunError(std::string("no memory for another thread, or too many threads (") +
                   failed.what() + "); --threads 1 needs none");
  }
#endif
  error.rethrow();
}

} // namespace tiltak::parallel
