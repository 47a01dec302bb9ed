// Any bytes at all as a table of sequences end in sequences or in diagnostics. The first byte says
// which options go with the table.
#include <algorithm>
#include <cstdint>

#include <tiltak/sequence/given.hpp>
#include <tiltak/sequence/wide.hpp>

#include "memory_file.hpp"

using namespace tiltak;
using namespace tiltak::sequence;
using tiltak::fuzz::require;

namespace {

WideOptions options_of(unsigned choice) {
  WideOptions options;
  if (choice & 1) options.id = "id";
  if (choice & 2) options.weights = "w";
  if (choice & 4) options.missing = "NA";
  if (choice & 8) options.states = {"A", "B", "C"};
  if (choice & 16) options.columns = {"m1..m3"};
  if (choice & 32) options.others = {"group"};
  return options;
}

void check(const Sequences& sequences) {
  require(sequences.size() > 0);
  require(sequences.codes.size() == sequences.size() * sequences.positions);
  for (const double weight : sequences.weights) require(weight >= 0);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string text(reinterpret_cast<const char*>(data + 1), size - 1);
  Diagnostics wrong;
  attempt(
      [&] {
        const Table table = Table::of_text(text, "fuzz.csv");
        attempt([&] { check(read_wide(table, options_of(data[0]))); }, wrong);
        attempt([&] { read_partitions(table, "group"); }, wrong);
      },
      wrong);
  for (const auto& diagnostic : wrong.all()) require(!to_string(diagnostic).empty());
  return 0;
}
