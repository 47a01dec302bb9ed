// A table of text: a header and rows with as many cells. What `tiltak cluster --csv` reads.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tiltak/core/diagnostic.hpp>

namespace tiltak::sequence {

class Table {
public:
  // Comma, semicolon or tab, whichever the header has most of; quoted cells as in RFC 4180; a byte
  // order mark and carriage returns are passed over. Throws InputError: no file, nothing in it, no
  // rows, rows with other counts of cells than the header (all of them, the first ten in full).
  static Table read(const std::string& file);
  static Table of_text(std::string text, std::string file);

  const std::string& file() const { return file_; }
  const std::vector<std::string>& header() const { return header_; }
  std::size_t rows() const { return lines_.size(); }
  std::optional<std::size_t> column(std::string_view name) const;

  // The cells of a row. The views live as long as the table.
  void cells(std::size_t row, std::vector<std::string_view>& out) const;
  Origin origin(std::size_t row) const;

private:
  struct Line {
    std::size_t begin, end;
    int number;
  };
  std::vector<Line> split_lines();
  void split(Line line, std::vector<std::string_view>& out) const;
  void check_counts() const;

  std::string file_;
  std::string text_;
  char separator_ = ',';
  std::vector<std::string> header_;
  std::vector<Line> lines_;
};

// The whole cell as a number; nothing for text, empty cells, infinities and NaN.
std::optional<double> number(std::string_view cell);

} // namespace tiltak::sequence
