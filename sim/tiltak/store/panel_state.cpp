// The panel in a checkpoint: the open slabs as they are, and the chunks that are written, as they
// lie in the file.
#include <tiltak/core/archive.hpp>
#include <tiltak/store/panel.hpp>

namespace tiltak {

template <> struct Members<store::Slab> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [persons, months, filled, words, packed] = self;
    v(persons, months, filled, words, packed);
  }
};

} // namespace tiltak

namespace tiltak::store {

bool Slab::fits(std::size_t persons, std::size_t months) const {
  if (filled_ == 0) return true; // made when its first month comes
  return persons_ == persons && months_ == months && filled_ < months_ &&
         words_ == (persons + 15) / 16 && packed_.size() == words_ * months_;
}

// Until nothing waits and nothing is being written.
void PanelWriter::drain() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return (waiting_.empty() && !writing_) || failure_; });
  if (failure_) std::rethrow_exception(failure_);
}

void PanelWriter::save(Saver& saver) {
  if (thread_.joinable()) drain();
  saver(begun_, open_);
  for (const Output& output : outputs_)
    for (std::size_t b = 0; b < begun_.size(); ++b)
      for (std::size_t month = 0; month < begun_[b]; month += chunk_months_)
        saver(output.dataset.read_chunk({b * block_persons, month}));
}

void PanelWriter::load(Loader& loader) {
  const std::size_t blocks = begun_.size();
  std::vector<std::size_t> begun;
  std::vector<Slab> open;
  loader(begun, open);
  loader.check(begun.size() == blocks && open.size() == blocks, "the panel has other persons");
  for (std::size_t b = 0; b < blocks; ++b) {
    loader.check((begun[b] == months_ || (begun[b] < months_ && begun[b] % chunk_months_ == 0)) &&
                     open[b].fits(chunk_persons_, chunk_months_) &&
                     begun[b] + open[b].months() <= months_,
                 "the panel has other months");
    if (begun[b] + open[b].months() == 0) continue; // another's
    loader.check(begun_[b] + open_[b].months() == 0, "a block of the panel is there twice");
    begun_[b] = begun[b];
    open_[b] = std::move(open[b]);
  }
  std::vector<std::uint8_t> bytes;
  for (const Output& output : outputs_)
    for (std::size_t b = 0; b < blocks; ++b)
      for (std::size_t month = 0; month < begun[b]; month += chunk_months_) {
        loader(bytes);
        loader.check(!bytes.empty(), "a piece of the panel is empty");
        output.dataset.write_chunk({b * block_persons, month}, bytes.data(), bytes.size());
      }
}

} // namespace tiltak::store
