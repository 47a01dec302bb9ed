// A CSV file row by row, each cell with its place, for data that users bring: persons, cycles.
//
// Comma-separated, UTF-8, a header; a cell may stand in double quotes ("" is a quote in it). Rows
// are read one after another, so that a file of a country's persons needs no more memory than its
// text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <tiltak/scenario/source.hpp>

namespace tiltak::scenario {

struct CsvColumn {
  std::string_view name;
  bool required = true;
};

// Columns that nobody asked for, and lines that begin with #: mistakes, or for people to read.
enum class Notes : std::uint8_t { refused, allowed };

class CsvTable {
public:
  // Reads the header. Unknown, double and missing columns go to the diagnostics; columns that are
  // missing read as empty. `source` and `diagnostics` must outlive the table.
  CsvTable(SourcePtr source, std::vector<CsvColumn> columns, Diagnostics& diagnostics,
           Notes notes = Notes::refused);

  // Goes to the next row that is not blank; false after the last. A row with more or fewer cells
  // than the header, or with an open quote, is reported and passed over.
  bool next();

  int line() const { return line_; }
  bool has(std::size_t column) const { return where_[column] >= 0; }
  // The cell of a column (its number in the constructor's list) without blanks around it; valid
  // until the next row.
  std::string_view text(std::size_t column) const;
  Place place(std::size_t column) const;
  // A number, finite and within [min, max]; reports and gives `min` where it is none.
  double real(std::size_t column, double min, double max);
  std::int64_t integer(std::size_t column, std::int64_t min, std::int64_t max);

  // Reports what is wrong with a cell. After `most_errors` further ones are only counted, and the
  // count is added by finish().
  void error(std::size_t column, std::string message, std::string allowed = {},
             std::string hint = {});
  void finish();
  std::size_t errors() const { return errors_; } // reported or counted so far

  static constexpr std::size_t most_errors = 200;

private:
  struct Cell {
    std::string text;
    int column = 1; // in bytes, from 1
  };
  void read_header();
  bool next_line(std::string_view& line);
  bool split(std::string_view row, std::vector<Cell>& cells);
  void report(Diagnostic diagnostic);
  std::string_view take_line();

  SourcePtr source_;
  std::vector<CsvColumn> columns_;
  Diagnostics* diagnostics_;
  Notes notes_;
  std::vector<int> where_; // by column: its cell in the rows, -1 where the file has none
  std::size_t width_ = 0, at_ = 0, errors_ = 0;
  int line_ = 0;
  std::vector<Cell> row_;
};

} // namespace tiltak::scenario
