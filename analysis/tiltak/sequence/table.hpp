// A table of text: a header and rows with as many cells. What `tiltak cluster --csv` reads.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <tiltak/core/diagnostic.hpp>

namespace tiltak::sequence {

class Table {
public:
  // Comma, semicolon or tab, whichever the header has most of; quoted cells as in RFC 4180; a byte
  // order mark and carriage returns are passed over. Throws InputError: no file, nothing in it, no
  // rows, a quote that is never closed, rows with other counts of cells than the header (all of
  // them, the first ten in full).
  static Table read(const std::string& file);
  static Table of_text(std::string text, std::string file);

  const std::string& file() const { return file_; }
  const std::vector<std::string>& header() const { return header_; }
  std::size_t rows() const { return lines_.size(); }
  // Throws InputError if several columns have the name.
  std::optional<std::size_t> column(std::string_view name) const;

  // The cells of a row. The views live as long as the table.
  void cells(std::size_t row, std::vector<std::string_view>& out) const;
  // Line and column of a cell; columns count characters.
  Origin origin(std::size_t row, std::size_t cell = 0) const;

private:
  struct Line {
    std::size_t begin, end;
    int number;
  };
  std::vector<Line> split_lines() const;
  void split(Line line, std::vector<std::string_view>& out) const; // with their quotes
  std::string_view unquoted(std::string_view cell) const;
  void check_counts() const;

  std::string file_;
  std::string text_;
  char separator_ = ',';
  std::vector<std::string> header_;
  std::vector<Line> lines_;
  mutable std::set<std::string, std::less<>> rewritten_; // cells that held doubled quotes
};

// The whole cell as a number; nothing for text, empty cells, infinities and NaN.
std::optional<double> number(std::string_view cell);

} // namespace tiltak::sequence
