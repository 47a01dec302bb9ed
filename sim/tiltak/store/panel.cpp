#include <tiltak/store/panel.hpp>

#include <algorithm>
#include <memory>
#include <stdexcept>

#include <fmt/format.h>

#include <tiltak/core/parallel.hpp>

namespace tiltak::store {

// What the writer's thread needs for one chunk, kept from chunk to chunk.
class ChunkScratch {
public:
  std::vector<Run> runs;
  RunDeflate deflate;
};

namespace {

constexpr std::size_t waiting_limit = 64; // chunks; 8 MB of slabs

void check_map(const PanelVariable& variable, Codes codes) {
  for (const std::uint8_t value : variable.map)
    if (value >= codes.size())
      throw std::logic_error(fmt::format("panel: {} has no code {}", variable.name, value));
}

} // namespace

std::size_t chunk_months(std::size_t months) {
  const std::size_t parts = (months + 59) / 60;
  return parts == 0 ? 0 : (months + parts - 1) / parts;
}

PanelWriter::PanelWriter(Table& world, const std::vector<PanelVariable>& variables)
    : persons_(world.size_of_dimension("person")), months_(world.size_of_dimension("time")),
      chunk_persons_(std::min(persons_, block_persons)), chunk_months_(chunk_months(months_)) {
  for (const PanelVariable& variable : variables) {
    check_map(variable, layout::find(world.group().name() + "/" + variable.name)->codes);
    outputs_.push_back(
        {world.create(variable.name, {chunk_persons_, chunk_months_}), variable.map});
  }
  if (persons_ == 0 || months_ == 0) return;
  const std::size_t blocks = (persons_ + block_persons - 1) / block_persons;
  open_.resize(blocks);
  begun_.resize(blocks, 0);
  if (hdf5::is_threadsafe()) thread_ = std::thread([this] { work(); });
}

PanelWriter::~PanelWriter() {
  if (!thread_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    ending_ = dropped_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

std::size_t PanelWriter::persons_in(std::size_t block) const {
  return std::min(block_persons, persons_ - block * block_persons);
}

void PanelWriter::month(std::span<const std::uint8_t> codes, std::size_t first) {
  if (codes.empty()) return;
  const bool whole_blocks = codes.size() % block_persons == 0 || first + codes.size() == persons_;
  if (first % block_persons != 0 || first + codes.size() > persons_ || !whole_blocks)
    throw std::logic_error(
        fmt::format("panel: {} codes from {} on for {} persons", codes.size(), first, persons_));
  parallel::for_blocks(codes.size(), block_persons,
                       [&](std::size_t begin, std::size_t end, std::size_t b) {
                         block(first / block_persons + b, codes.subspan(begin, end - begin));
                       });
}

void PanelWriter::block(std::size_t b, std::span<const std::uint8_t> codes) {
  if (b >= open_.size() || codes.size() != persons_in(b) || begun_[b] >= months_)
    throw std::logic_error(
        fmt::format("panel: block {} of {} codes does not fit", b, codes.size()));
  Slab& slab = open_[b];
  if (slab.months() == 0) slab = Slab(chunk_persons_, chunk_months_);
  slab.add(codes);
  const std::size_t next = begun_[b] + slab.months();
  if (!slab.is_whole() && next < months_) return;
  Chunk chunk{b, begun_[b], std::move(slab)};
  slab = Slab();
  begun_[b] = next;
  push(std::move(chunk));
}

void PanelWriter::push(Chunk chunk) {
  if (!thread_.joinable()) {
    ChunkScratch scratch;
    return write(chunk, scratch);
  }
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return waiting_.size() < waiting_limit || failure_; });
  if (failure_) std::rethrow_exception(failure_);
  waiting_.push_back(std::move(chunk));
  changed_.notify_all();
}

void PanelWriter::work() {
  ChunkScratch scratch;
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [&] { return ending_ || !waiting_.empty(); });
    if (dropped_ || waiting_.empty()) return;
    const Chunk chunk = std::move(waiting_.front());
    waiting_.pop_front();
    writing_ = true;
    lock.unlock();
    changed_.notify_all();
    try {
      write(chunk, scratch);
      lock.lock();
      writing_ = false;
      changed_.notify_all();
    } catch (...) {
      lock.lock();
      failure_ = std::current_exception();
      changed_.notify_all();
      return;
    }
  }
}

void PanelWriter::write(const Chunk& chunk, ChunkScratch& scratch) {
  chunk.slab.read_runs(scratch.runs);
  for (const Output& output : outputs_) {
    const auto bytes = scratch.deflate.compress(scratch.runs, output.map);
    output.dataset.write_chunk({chunk.block * block_persons, chunk.month}, bytes.data(),
                               bytes.size());
  }
}

void PanelWriter::finish() {
  const bool whole =
      std::all_of(begun_.begin(), begun_.end(), [&](std::size_t m) { return m == months_; });
  if (!whole) throw std::logic_error("panel: finished before its last month");
  if (!thread_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  changed_.notify_all();
  thread_.join();
  if (failure_) std::rethrow_exception(failure_);
}

} // namespace tiltak::store
