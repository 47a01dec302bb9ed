#include <tiltak/sequence/blocks.hpp>

#include <mutex>

#include <tiltak/core/parallel.hpp>

namespace tiltak::sequence {

void in_blocks(const std::string& what, std::size_t rows, std::size_t size,
               const Progress& progress,
               const std::function<void(std::size_t, std::size_t)>& body) {
  std::mutex one;
  std::size_t done = 0;
  progress(what, 0, rows);
  parallel::for_blocks(rows, size, [&](std::size_t begin, std::size_t end, std::size_t) {
    body(begin, end);
    const std::lock_guard lock(one);
    done += end - begin;
    progress(what, done, rows);
  });
}

} // namespace tiltak::sequence
