// Parallel work over fixed blocks. parallel.cpp is the only file that includes TBB; with
// TILTAK_PARALLEL_THREADS it runs on std::thread, which the thread sanitizer understands.
//
// Block boundaries depend on the size of the problem, never on the number of threads, and partial
// sums are added in the order of blocks: results are the same bits for any number of threads.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace tiltak::parallel {

// Threads used from now on by this process; 0 means one for each core.
void set_threads(unsigned count);
unsigned threads();

// Calls body(index) for index = 0..count-1, each once, in any order, from several threads. An
// exception from a body is rethrown here after the others have ended; of several, that of the
// lowest index.
void for_each(std::size_t count, const std::function<void(std::size_t)>& body);

// Calls body(begin, end, block) for [0, size) cut into blocks of `block_size` (the last shorter).
inline void for_blocks(std::size_t size, std::size_t block_size,
                       const std::function<void(std::size_t, std::size_t, std::size_t)>& body) {
  const std::size_t blocks = (size + block_size - 1) / block_size;
  for_each(blocks, [&](std::size_t b) {
    const std::size_t begin = b * block_size;
    body(begin, begin + block_size < size ? begin + block_size : size, b);
  });
}

// Sum of body(begin, end) over the blocks, added in block order.
template <class T, class Body>
T reduce_blocks(std::size_t size, std::size_t block_size, T zero, const Body& body) {
  std::vector<T> parts((size + block_size - 1) / block_size, zero);
  for_blocks(size, block_size, [&](std::size_t begin, std::size_t end, std::size_t b) {
    parts[b] = body(begin, end);
  });
  T total = zero;
  for (const T& part : parts) total += part;
  return total;
}

} // namespace tiltak::parallel
