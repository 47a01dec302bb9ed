#include <tiltak/report/csv.hpp>

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/report/cells.hpp>
#include <tiltak/report/words.hpp>
#include <tiltak/store/aside.hpp>

namespace tiltak::report {
namespace {

struct Dialect {
  char separator, point;
};

std::string quoted(std::string text, const Dialect& dialect) {
  const bool looks_like_formula =
      !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos;
  if (looks_like_formula) text.insert(0, "'");
  if (text.find_first_of(std::string("\"\r\n") + dialect.separator) == std::string::npos)
    return text;
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

std::string number(double value, int digits, const Dialect& dialect) {
  std::string text = fmt::format("{:.{}f}", value, digits);
  if (text.find_first_not_of("-0.") == std::string::npos && text[0] == '-') text.erase(0, 1);
  std::replace(text.begin(), text.end(), '.', dialect.point);
  return text;
}

struct Write {
  const Dialect& dialect;
  std::string operator()(const std::string& text) const { return quoted(text, dialect); }
  std::string operator()(const Number& n) const { return number(n.value, n.digits, dialect); }
  std::string operator()(const Interval& i) const {
    return number(i.low, i.digits, dialect) + dialect.separator + number(i.high, i.digits, dialect);
  }
  std::string operator()(Suppressed) const { return suppressed_symbol; }
  std::string operator()(Missing) const { return {}; }
};

std::string head_line(const Table& table, const Words& say, const Dialect& dialect) {
  std::string line;
  for (const Column& column : table.columns) {
    if (!line.empty()) line += dialect.separator;
    if (!column.is_interval) {
      line += quoted(heading(column), dialect);
      continue;
    }
    line += quoted(heading({say("csv.low", {{"name", column.title}}), column.unit}), dialect);
    line += dialect.separator;
    line += quoted(heading({say("csv.high", {{"name", column.title}}), column.unit}), dialect);
  }
  return line;
}

} // namespace

std::string to_csv(const Table& table, Language language) {
  const bool is_nb = language == Language::nb;
  const Dialect dialect{is_nb ? ';' : ',', is_nb ? ',' : '.'};
  std::string out = is_nb ? "\xef\xbb\xbf" : "";
  out += head_line(table, Words(language), dialect) + "\r\n";
  for (const auto& row : table.rows) {
    for (std::size_t c = 0; c < row.size(); ++c) {
      if (c > 0) out += dialect.separator;
      out += std::visit(Write{dialect}, row[c]);
      const bool holds_one = !std::holds_alternative<Interval>(row[c]);
      if (table.columns[c].is_interval && holds_one) out += dialect.separator; // the upper bound
    }
    out += "\r\n";
  }
  return out;
}

std::vector<std::string> write_csv(const Document& document, const std::string& folder) {
  std::error_code failed;
  std::filesystem::create_directories(folder, failed);
  if (failed)
    throw RunError(fmt::format("cannot make the folder {}: {}", folder, failed.message()));
  std::vector<std::string> paths;
  for (const Table* table : document.tables()) {
    paths.push_back(folder + "/" + table->id + ".csv");
    store::write_whole(paths.back(), to_csv(*table, document.language));
  }
  return paths;
}

} // namespace tiltak::report
