// A report as data: what it says, without how it looks. Sections make it; html, csv and xlsx write
// it. All texts are plain UTF-8; who writes them to a file escapes them.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include <tiltak/report/chart.hpp>
#include <tiltak/report/language.hpp>

namespace tiltak::report {

struct Number {
  double value = 0; // in the column's unit; NaN is a mistake, say Missing
  int digits = 0; // decimals that are shown
};

struct Interval {
  double low = 0, high = 0;
  int digits = 0;
};

struct Suppressed {}; // too few persons to be shown
struct Missing {}; // does not exist or was not measured

using Cell = std::variant<std::string, Number, Interval, Suppressed, Missing>;

struct Column {
  std::string title;
  std::string unit; // "NOK million", "%"; empty for texts
  bool is_interval = false; // two columns in files that hold one number a cell
};

// The first column names the rows.
struct Table {
  std::string id; // of the element in the page and the name of the file; [a-z0-9-]
  std::string caption;
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows; // each as long as `columns`
  std::string note = {}; // may be empty

  bool has_suppressed() const {
    for (const auto& row : rows)
      for (const Cell& cell : row)
        if (std::holds_alternative<Suppressed>(cell)) return true;
    return false;
  }
};

// A chart with the sentence that says what it shows and the numbers behind it.
struct Figure {
  std::string id;
  std::string title;
  std::string finding;
  Chart chart;
  Table table;
};

struct Paragraph {
  std::string text;
};

// A few numbers that carry the message: "12 300", "job-years a year", "95 % interval 11 900 to 12
// 700".
struct KeyNumber {
  std::string value, label, uncertainty; // the last may be empty
};
using KeyNumbers = std::vector<KeyNumber>;

// Text shown as it is, for example a scenario file.
struct Listing {
  std::string title, text;
};

using Block = std::variant<Paragraph, KeyNumbers, Figure, Table, Listing>;

struct Section {
  std::string id;
  std::string title;
  std::vector<Block> blocks;
};

struct Document {
  Language language = Language::nb;
  std::string title, subtitle;
  std::vector<Section> sections;

  // Every table, those of figures among them, in the order of the page.
  std::vector<const Table*> tables() const {
    std::vector<const Table*> all;
    for (const Section& section : sections)
      for (const Block& block : section.blocks)
        if (const auto* figure = std::get_if<Figure>(&block))
          all.push_back(&figure->table);
        else if (const auto* table = std::get_if<Table>(&block))
          all.push_back(table);
    return all;
  }
};

} // namespace tiltak::report
