#include <tiltak/sequence/table.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <sstream>

#include <fmt/format.h>

#include <tiltak/core/suggest.hpp>

namespace tiltak::sequence {
namespace {

std::string contents(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw InputError({file}, "cannot be opened", {}, did_you_mean_file(file));
  std::ostringstream text;
  text << in.rdbuf();
  return std::move(text).str();
}

char most_frequent_separator(std::string_view header) {
  char best = ',';
  for (const char c : {',', ';', '\t'})
    if (std::count(header.begin(), header.end(), c) >
        std::count(header.begin(), header.end(), best))
      best = c;
  return best;
}

std::string_view trimmed(std::string_view cell) {
  while (!cell.empty() && (cell.front() == ' ' || cell.front() == '\t')) cell.remove_prefix(1);
  while (!cell.empty() && (cell.back() == ' ' || cell.back() == '\t')) cell.remove_suffix(1);
  return cell;
}

} // namespace

Table Table::read(const std::string& file) { return of_text(contents(file), file); }

Table Table::of_text(std::string text, std::string file) {
  Table table;
  table.file_ = std::move(file);
  table.text_ = std::move(text);
  std::vector<Line> lines = table.split_lines();
  if (lines.empty())
    throw InputError({table.file_}, "is empty", "a header and a row for each sequence");
  const auto view =
      std::string_view(table.text_).substr(lines[0].begin, lines[0].end - lines[0].begin);
  table.separator_ = most_frequent_separator(view);
  std::vector<std::string_view> names;
  table.split(lines[0], names);
  for (const std::string_view name : names) table.header_.emplace_back(table.unquoted(name));
  table.lines_.assign(lines.begin() + 1, lines.end());
  if (table.lines_.empty())
    throw InputError({table.file_, 1}, "there is a header and nothing below it",
                     "a row for each sequence");
  table.check_counts();
  return table;
}

std::vector<Table::Line> Table::split_lines() const {
  std::vector<Line> lines;
  const std::size_t n = text_.size();
  std::size_t at = text_.rfind("\xEF\xBB\xBF", 0) == 0 ? 3 : 0;
  int number = 1;
  while (at < n) {
    Line line{at, at, number};
    bool quoted = false;
    while (at < n && (quoted || text_[at] != '\n')) {
      if (text_[at] == '"') quoted = !quoted;
      if (text_[at] == '\n') ++number;
      ++at;
    }
    if (quoted)
      throw InputError({file_, line.number}, "a quote is opened that is not closed",
                       "\"...\" with \"\" for a quote inside");
    line.end = at;
    if (line.end > line.begin && text_[line.end - 1] == '\r') --line.end;
    if (line.end > line.begin) lines.push_back(line); // empty lines are passed over
    ++at;
    ++number;
  }
  return lines;
}

void Table::split(Line line, std::vector<std::string_view>& out) const {
  out.clear();
  const std::string_view text(text_.data() + line.begin, line.end - line.begin);
  std::size_t begin = 0;
  bool quoted = false;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && text[i] == '"') quoted = !quoted;
    if (i < text.size() && (quoted || text[i] != separator_)) continue;
    out.push_back(trimmed(text.substr(begin, i - begin)));
    begin = i + 1;
  }
}

std::string_view Table::unquoted(std::string_view cell) const {
  if (cell.size() < 2 || cell.front() != '"' || cell.back() != '"') return cell;
  cell = cell.substr(1, cell.size() - 2);
  if (cell.find('"') == std::string_view::npos) return cell;
  std::string text;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    text += cell[i];
    if (cell[i] == '"' && i + 1 < cell.size() && cell[i + 1] == '"') ++i;
  }
  return *rewritten_.insert(std::move(text)).first;
}

void Table::check_counts() const {
  constexpr std::size_t shown = 10;
  Diagnostics wrong;
  std::size_t count = 0;
  std::vector<std::string_view> row;
  for (std::size_t i = 0; i < rows(); ++i) {
    cells(i, row);
    if (row.size() == header_.size() || ++count > shown) continue;
    wrong.add(origin(i, std::min(row.size() - 1, header_.size())),
              fmt::format("{} cells where the header has {}", row.size(), header_.size()),
              "as many cells in every row; empty cells at the end where a sequence ends early");
  }
  if (count > shown) wrong.add({file_}, fmt::format("and {} more rows like these", count - shown));
  if (!wrong.empty()) throw InputError(std::move(wrong));
}

std::optional<std::size_t> Table::column(std::string_view name) const {
  const auto found = std::find(header_.begin(), header_.end(), name);
  if (found == header_.end()) return {};
  if (std::find(found + 1, header_.end(), name) != header_.end())
    throw InputError({file_, 1}, fmt::format("several columns are called '{}'", name),
                     "a name of its own for each column that is referred to");
  return static_cast<std::size_t>(found - header_.begin());
}

void Table::cells(std::size_t row, std::vector<std::string_view>& out) const {
  split(lines_[row], out);
  for (std::string_view& cell : out) cell = unquoted(cell);
}

Origin Table::origin(std::size_t row, std::size_t cell) const {
  std::vector<std::string_view> raw;
  split(lines_[row], raw);
  const char* begin = text_.data() + lines_[row].begin;
  const char* end = cell < raw.size() ? raw[cell].data() : begin;
  // Bytes 10xxxxxx go on with a character of UTF-8.
  const auto characters = std::count_if(begin, end, [](char c) { return (c & 0xC0) != 0x80; });
  return {file_, lines_[row].number, static_cast<int>(characters) + 1};
}

std::optional<double> number(std::string_view cell) {
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc{} || end != cell.data() + cell.size() || !std::isfinite(value)) return {};
  return value;
}

} // namespace tiltak::sequence
