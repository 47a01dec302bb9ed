#include <tiltak/scenario/year_table.hpp>

#include <charconv>
#include <fstream>
#include <string>

#include <fmt/format.h>

namespace tiltak::scenario {
namespace {

struct Cell {
  std::string text;
  int column; // where it begins, from 1
};

// Fields of a line; quotes as in RFC 4180, without line breaks inside.
std::vector<Cell> cells(const std::string& line) {
  std::vector<Cell> out{{"", 1}};
  bool quoted = false;
  for (std::size_t k = 0; k < line.size(); ++k) {
    const char c = line[k];
    if (c == '"')
      quoted = !quoted;
    else if (c == ',' && !quoted)
      out.push_back({"", static_cast<int>(k) + 2});
    else if (c != '\r')
      out.back().text += c;
  }
  return out;
}

template <class Number> bool reads(const std::string& text, Number& into) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), into);
  return error == std::errc{} && end == text.data() + text.size();
}

class Table {
public:
  Table(std::string file, Diagnostics& diagnostics)
      : file_(std::move(file)), diagnostics_(diagnostics) {}

  void header(int line, const std::vector<Cell>& names) {
    for (std::size_t k = 0; k < names.size(); ++k) {
      if (names[k].text == "year") year_ = static_cast<int>(k);
      if (names[k].text == "nok") nok_ = static_cast<int>(k);
    }
    if (year_ < 0 || nok_ < 0)
      error(line, 1, "no column called " + std::string(year_ < 0 ? "year" : "nok"),
            "columns year and nok");
  }
  bool is_useful() const { return year_ >= 0 && nok_ >= 0; }

  void row(int line, const std::vector<Cell>& row) {
    const auto last = static_cast<std::size_t>(std::max(year_, nok_));
    if (row.size() <= last) {
      error(line, 1, fmt::format("{} fields", row.size()), fmt::format("at least {}", last + 1));
      return;
    }
    const Cell& year_cell = row[static_cast<std::size_t>(year_)];
    const Cell& nok_cell = row[static_cast<std::size_t>(nok_)];
    int year = 0;
    double nok = 0;
    const bool year_ok = reads(year_cell.text, year) && year >= 1900 && year <= 2199;
    const bool nok_ok = reads(nok_cell.text, nok) && nok >= 0 && nok <= 1e12;
    if (!year_ok)
      error(line, year_cell.column, "'" + year_cell.text + "' is not a year", "1900 to 2199");
    if (!nok_ok)
      error(line, nok_cell.column, "'" + nok_cell.text + "' is not an amount of money",
            "from 0 to 1e12 NOK, with a decimal point and no spaces");
    if (year_ok && !rows.empty() && year <= rows.back().first)
      error(line, year_cell.column, fmt::format("{} after {}", year, rows.back().first),
            "years in ascending order");
    else if (year_ok && nok_ok)
      rows.emplace_back(year, scale(Money::nok(1), nok));
  }
  void error(int line, int column, std::string message, std::string allowed) {
    diagnostics_.add({file_, line, column}, std::move(message), std::move(allowed));
  }

  std::vector<std::pair<int, Money>> rows;

private:
  std::string file_;
  Diagnostics& diagnostics_;
  int year_ = -1, nok_ = -1;
};

} // namespace

std::vector<std::pair<int, Money>> read_year_table(const std::filesystem::path& path,
                                                   Diagnostics& diagnostics) {
  Table table(path.string(), diagnostics);
  std::ifstream file(path);
  if (!file) table.error(0, 0, "cannot be opened", "a CSV file with the columns year and nok");
  std::string line;
  bool has_header = false;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line == "\r" || line[0] == '#') continue;
    const auto row = cells(line);
    if (!has_header)
      table.header(number, row);
    else if (table.is_useful())
      table.row(number, row);
    has_header = true;
  }
  if (file.is_open() && (!has_header || (table.is_useful() && table.rows.empty())))
    table.error(0, 0, "has no year", "a header with year and nok, and a row for each year");
  return table.rows;
}

} // namespace tiltak::scenario
