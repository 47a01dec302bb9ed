// Sequences from a wide table, a row per sequence and a column per month.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <tiltak/sequence/sequences.hpp>
#include <tiltak/sequence/table.hpp>

namespace tiltak::sequence {

struct WideOptions {
  std::vector<std::string> columns; // names, or "first..last"; empty: all that have no other role
  std::vector<std::string> states; // the alphabet in its order; empty: the values seen, sorted
  std::vector<std::string> others; // columns that are no months (attributes)
  std::string id; // a column, or a file with one; empty: row numbers
  std::string weights; // a column, or a file with one; empty: all 1
  std::optional<std::string>
      missing; // the text of a missing value, which becomes a state of its own
};

// Values are sorted as numbers where all are numbers, otherwise by their bytes. Empty cells after
// the last state are void. Throws InputError with every unknown state, empty cell inside a
// sequence, empty sequence and weight that is no finite number from 0, or 0 for all.
Sequences read_wide(const Table& table, const WideOptions& options);

// The different values, as numbers where all are numbers, otherwise by their bytes.
std::vector<std::string> sorted_values(std::vector<std::string> values);

} // namespace tiltak::sequence
