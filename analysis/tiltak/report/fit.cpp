#include <tiltak/report/fit.hpp>

#include <charconv>
#include <cmath>
#include <sstream>

#include <tiltak/core/diagnostic.hpp>

namespace tiltak::report {
namespace {

enum FitColumn { moment, use, side, published, width, judged, model, gap, noise, source, columns };

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream parts(line);
  for (std::string part; std::getline(parts, part, '\t');) cells.push_back(part);
  return cells;
}

[[noreturn]] void refuse(const std::string& what) {
  throw InputError({"attribute tiltak_fit", 0, 0}, what);
}

double number(const std::string& text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
    refuse("'" + text + "' is no number");
  return value;
}

FitRow row_of(std::vector<std::string> cells) {
  if (cells.size() + 1 == columns) cells.emplace_back(); // no source
  if (cells.size() != columns) refuse("a line is not ten columns");
  FitRow row;
  row.moment = cells[moment];
  row.side = cells[side];
  row.source = cells[source];
  row.published = number(cells[published]);
  row.width = number(cells[width]);
  row.model = number(cells[model]);
  row.gap = number(cells[gap]);
  row.held_out = cells[use] == "held_out";
  row.judged = cells[judged] == "yes";
  return row;
}

} // namespace

Fit read_fit(const std::string& text) {
  const std::string variants = "# variants: ", made_by = "# made by: ";
  Fit fit;
  std::istringstream lines(text);
  bool is_head = true; // the names of the columns come before the rows
  for (std::string line; std::getline(lines, line);) {
    if (line == "# stale") fit.is_stale = true;
    if (line.starts_with(variants)) fit.variants = line.substr(variants.size());
    if (line.starts_with(made_by)) fit.made_by = line.substr(made_by.size());
    if (line.empty() || line.starts_with('#')) continue;
    if (!is_head) fit.rows.push_back(row_of(cells_of(line)));
    is_head = false;
  }
  return fit;
}

} // namespace tiltak::report
