// Streams the panel of a world into its file while the simulation goes on: the engine hands over a
// month at a time, a thread of the writer compresses and writes chunks of 4096 persons x up to 60
// months. See docs/decisions/010-panel-storage.md for the figures behind this.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <exception>
#include <mutex>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include <tiltak/core/month.hpp>
#include <tiltak/store/deflate.hpp>
#include <tiltak/store/slab.hpp>
#include <tiltak/store/writer.hpp>

namespace tiltak {
class Saver;
class Loader;
} // namespace tiltak

namespace tiltak::store {

// A variable of the panel and what it stores for each code of the engine (below 16).
struct PanelVariable {
  std::string name; // "states", "jobs"
  CodeMap map;
};

// Months of one chunk: the whole time if it is at most 60, else equal parts of at most 60.
std::size_t chunk_months(std::size_t months);

class PanelWriter {
public:
  static constexpr std::size_t block_persons = 4096;

  // `world` has its dimension `person` and its time. Takes half a byte of memory for each person
  // and month of a chunk.
  PanelWriter(Table& world, const std::vector<PanelVariable>& variables);
  ~PanelWriter(); // without finish(): drops what is waiting
  PanelWriter(const PanelWriter&) = delete;
  PanelWriter& operator=(const PanelWriter&) = delete;

  // The engine's codes of all persons in the next month, in order. Packs the blocks in parallel.
  // Where persons are shared out on processes: of those from `first` on, a multiple of 4096.
  void month(std::span<const std::uint8_t> codes, std::size_t first = 0);

  // The same for one block of 4096 persons (the last one shorter): for engines that record inside
  // their own parallel loop. Different blocks may be handed over from different threads; the months
  // of a block come in order. Waits while too many chunks are unwritten; throws what the writer's
  // thread met with (a RunError when the disk is full).
  void block(std::size_t block, std::span<const std::uint8_t> codes);

  // Waits until everything is written. Every month of every block was handed over.
  void finish();

  // For checkpoints: what has been handed over so far, written or not; and the same handed over
  // again, to a new writer of the same shape; or blocks that another writer has, to one that does
  // not have them. The loader throws where it does not fit.
  void save(Saver& saver);
  void load(Loader& loader);

private:
  struct Output {
    hdf5::Dataset dataset;
    CodeMap map;
  };
  struct Chunk {
    std::size_t block = 0, month = 0;
    Slab slab;
  };
  void push(Chunk chunk);
  void work();
  void write(const Chunk& chunk, class ChunkScratch& scratch);
  void drain();
  std::size_t persons_in(std::size_t block) const;

  std::size_t persons_, months_, chunk_persons_, chunk_months_;
  std::vector<Output> outputs_;
  std::vector<Slab> open_;         // by block
  std::vector<std::size_t> begun_; // by block: first month of the open slab

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Chunk> waiting_;
  std::exception_ptr failure_;
  bool ending_ = false, dropped_ = false, writing_ = false;
  std::thread thread_;
};

} // namespace tiltak::store
