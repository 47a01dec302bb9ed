#include <tiltak/scenario/csv_table.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include <tiltak/core/suggest.hpp>
#include <tiltak/scenario/characters.hpp>

namespace tiltak::scenario {
namespace {

constexpr bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

void trim(std::string& text) {
  while (!text.empty() && is_blank(text.back())) text.pop_back();
  text.erase(0, std::min(text.find_first_not_of(" \t"), text.size()));
}

} // namespace

CsvTable::CsvTable(SourcePtr source, std::vector<CsvColumn> columns, Diagnostics& diagnostics,
                   Notes notes)
    : source_(std::move(source)), columns_(std::move(columns)), diagnostics_(&diagnostics),
      notes_(notes), where_(columns_.size(), -1) {
  const Diagnostics wrong_characters = check_characters(source_, false);
  for (const Diagnostic& wrong : wrong_characters.all()) report(wrong);
  if (wrong_characters.empty())
    read_header();
  else
    at_ = source_->text().size(); // nothing in it can be trusted to be what it looks like
}

void CsvTable::read_header() {
  std::vector<std::string> names;
  std::string allowed;
  for (const CsvColumn& column : columns_) {
    names.emplace_back(column.name);
    allowed += (allowed.empty() ? "" : ", ") + names.back();
  }
  std::string_view header;
  next_line(header);
  if (!split(header, row_)) report(Place{source_, line_, 1}.error("a quote is not closed"));
  width_ = row_.size();
  for (std::size_t k = 0; k < row_.size(); ++k) {
    const auto found = std::find(names.begin(), names.end(), row_[k].text);
    const Place here{source_, line_, row_[k].column};
    if (found == names.end()) {
      const bool semicolon = row_[k].text.find(';') != std::string::npos;
      if (notes_ == Notes::refused || semicolon)
        report(here.error("unknown column '" + row_[k].text + "'", allowed,
                          semicolon ? "cells are separated by commas, not semicolons"
                                    : did_you_mean(row_[k].text, names)));
      continue;
    }
    int& where = where_[static_cast<std::size_t>(found - names.begin())];
    if (where >= 0) report(here.error("the column '" + row_[k].text + "' stands twice"));
    where = static_cast<int>(k);
  }
  for (std::size_t c = 0; c < columns_.size(); ++c)
    if (where_[c] < 0 && columns_[c].required)
      report(Place{source_, std::max(line_, 1), 1}.error("the column '" + names[c] + "' is missing",
                                                         allowed));
}

std::string_view CsvTable::take_line() {
  const std::string_view text = source_->text();
  const std::size_t end = std::min(text.find('\n', at_), text.size());
  const std::string_view line = text.substr(at_, end - at_);
  at_ = end + 1;
  ++line_;
  return line;
}

// The next line that is neither blank nor a note.
bool CsvTable::next_line(std::string_view& line) {
  while (at_ < source_->text().size()) {
    line = take_line();
    const bool note = notes_ == Notes::allowed && line.starts_with('#');
    if (!note && !std::all_of(line.begin(), line.end(), is_blank)) return true;
  }
  return false;
}

bool CsvTable::split(std::string_view row, std::vector<Cell>& cells) {
  cells.assign(1, {});
  bool quoted = false;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const char c = row[i];
    if (c == '"' && quoted && i + 1 < row.size() && row[i + 1] == '"') {
      cells.back().text += row[++i];
    } else if (c == '"' && (quoted || cells.back().text.empty())) {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      cells.push_back({{}, static_cast<int>(i) + 2});
    } else {
      cells.back().text += c;
    }
  }
  for (Cell& cell : cells) trim(cell.text);
  return !quoted;
}

bool CsvTable::next() {
  for (std::string_view row; next_line(row);) {
    const bool closed = split(row, row_);
    const Place here{source_, line_, 1};
    if (!closed)
      report(here.error("a quote is not closed in this row"));
    else if (row_.size() != width_)
      report(here.error(fmt::format("{} cells, not {}", row_.size(), width_), {},
                        "every row has as many cells as the header"));
    else
      return true;
  }
  return false;
}

std::string_view CsvTable::text(std::size_t column) const {
  return where_[column] < 0 ? std::string_view{}
                            : row_[static_cast<std::size_t>(where_[column])].text;
}

Place CsvTable::place(std::size_t column) const {
  const int k = where_[column];
  return {source_, line_, k < 0 ? 1 : row_[static_cast<std::size_t>(k)].column};
}

double CsvTable::real(std::size_t column, double min, double max) {
  const std::string_view cell = text(column);
  double value = 0;
  const auto [end, problem] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  const auto allowed = fmt::format("{} to {}", min, max);
  if (problem != std::errc{} || end != cell.data() + cell.size() || !std::isfinite(value)) {
    error(column, fmt::format("'{}' is not a number", cell), allowed,
          cell.find(',') == std::string_view::npos ? "" : "write a decimal point");
    return min;
  }
  if (value < min || value > max) {
    error(column, fmt::format("{} is out of range", cell), allowed);
    return min;
  }
  return value;
}

std::int64_t CsvTable::integer(std::size_t column, std::int64_t min, std::int64_t max) {
  const std::string_view cell = text(column);
  std::int64_t value = 0;
  const auto [end, problem] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  const auto allowed = fmt::format("{} to {}", min, max);
  if (problem != std::errc{} || end != cell.data() + cell.size()) {
    error(column, fmt::format("'{}' is not a whole number", cell), allowed);
    return min;
  }
  if (value < min || value > max) {
    error(column, fmt::format("{} is out of range", cell), allowed);
    return min;
  }
  return value;
}

void CsvTable::error(std::size_t column, std::string message, std::string allowed,
                     std::string hint) {
  report(place(column).error(fmt::format("{}: {}", columns_[column].name, message),
                             std::move(allowed), std::move(hint)));
}

void CsvTable::report(Diagnostic diagnostic) {
  if (++errors_ <= most_errors) diagnostics_->add(std::move(diagnostic));
}

void CsvTable::finish() {
  if (errors_ > most_errors)
    diagnostics_->add(Place{source_, 0, 0}.error(
        fmt::format("{} more errors in this file", errors_ - most_errors)));
}

} // namespace tiltak::scenario
