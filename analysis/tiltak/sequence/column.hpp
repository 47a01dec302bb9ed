// A column that goes with the sequences: of their own table, or the only one of another file.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <tiltak/sequence/table.hpp>

namespace tiltak::sequence {

class Column {
public:
  // A column of that name, else a file with a header, one column and as many rows. Throws
  // InputError for what is neither, or does not fit. `sequences` must outlive the column.
  Column(const Table& sequences, const std::string& name);

  const std::vector<std::string>& values() const { return values_; }
  Origin origin(std::size_t row) const { return (file_ ? *file_ : table_).origin(row, place_); }

private:
  const Table& table_;
  std::optional<Table> file_;
  std::size_t place_ = 0;
  std::vector<std::string> values_;
};

// A file with a row for each sequence. Throws InputError where it has others, or is not there: then
// with the column of the sequences' table that may have been meant.
Table read_beside(const Table& sequences, const std::string& file);

} // namespace tiltak::sequence
