// A checkpoint that is not as it was written ends in a diagnostic or in a state that can be run to
// its end.
//
// An input is a list of changes to a right state, since the bytes of one mean nothing to a fuzzer:
// first which state, then records of six bytes: where (4), what is done (1), with which byte (1).
// The checksum of the file is left out: whoever can write a file can write a right one. An input
// that begins with a high bit is a whole file instead.
#include <cstdint>
#include <cstring>
#include <map>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/engine/simulation.hpp>
#include <tiltak/store/archive_file.hpp>

#include "memory_file.hpp"
#include "saved.hpp"
#include "small_plan.hpp"

using namespace tiltak;
using tiltak::fuzz::require;

extern "C" std::uint64_t tiltak_fuzz_mutations();
extern "C" std::uint64_t tiltak_fuzz_mutations() { return 40; } // each is a simulation

namespace {

struct Nothing : Recorder {
  void month(int, std::size_t, const WorldEngine&, Month) override {}
};

Plan coupled_plan() {
  Plan plan = small_plan(200, 24);
  plan.evaluation = {Contrast::none, plan.start + 3, 6, 12};
  return plan;
}

// In the burn-in, in the window and in the tail.
const std::vector<Bytes>& right_states(const Plan& plan) {
  static const std::vector<Bytes> states = [&] {
    std::vector<Bytes> all;
    Nothing nothing;
    Simulation simulation(plan, 0);
    simulation.run(nothing, silent(), [&](Month) {
      const int done = simulation.months_done();
      if (done == 12 || done == 30 || done == 40) all.push_back(saved(simulation));
    });
    return all;
  }();
  return states;
}

void change(Bytes& state, const std::uint8_t* record) {
  std::uint32_t where = 0;
  std::memcpy(&where, record, sizeof where);
  if (state.empty()) return;
  const auto at = state.begin() + static_cast<std::ptrdiff_t>(where % state.size());
  switch (record[4] % 5) {
  case 0: *at = record[5]; break;
  case 1: *at = static_cast<unsigned char>(*at ^ record[5]); break;
  case 2: state.erase(at); break;
  case 3: state.insert(at, record[5]); break;
  default: state.erase(at, state.end());
  }
}

void run_on(const Plan& plan, const Bytes& state) {
  MemorySource source(state);
  Loader loader(source);
  Nothing nothing;
  try {
    Simulation simulation(plan, 0);
    simulation.load(loader);
    simulation.run(nothing, silent());
  } catch (const InputError&) {
  } catch (const RunError&) { // accounts that do not add up
  }
}

void read_file(const std::uint8_t* data, std::size_t size) {
  static fuzz::MemoryFile file;
  file.hold(data, size);
  try {
    store::ArchiveSource source(file.path(), store::ArchiveKind::checkpoint);
    Loader loader(source);
    std::string program;
    std::vector<double> numbers;
    loader(program, numbers);
    source.end();
  } catch (const InputError&) {
  }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  if (data[0] & 0x80) {
    read_file(data + 1, size - 1);
    return 0;
  }
  static const Plan plan = coupled_plan();
  const auto& states = right_states(plan);
  Bytes state = states[data[0] % states.size()];
  for (std::size_t at = 1; at + 6 <= size && at < 1 + 6 * 16; at += 6) change(state, data + at);
  run_on(plan, state);
  return 0;
}
