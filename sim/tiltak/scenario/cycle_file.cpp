#include <tiltak/scenario/cycle_file.hpp>

#include <fmt/format.h>

#include <tiltak/scenario/csv_table.hpp>

namespace tiltak::scenario {

MonthlySeries read_monthly(const SourcePtr& source, std::string_view column, double min, double max,
                           const std::vector<std::string_view>& others, Diagnostics& diagnostics) {
  std::vector<CsvColumn> columns{{"month"}, {column}};
  for (const std::string_view other : others) columns.push_back({other, false});
  CsvTable table(source, columns, diagnostics);
  MonthlySeries series;
  while (table.has(0) && table.has(1) && table.next()) {
    const double value = table.real(1, min, max);
    const auto month = parse_month(table.text(0));
    if (!month) {
      table.error(0, fmt::format("'{}' is not a month", table.text(0)), "such as 2014-01");
      // Stands where the next one was expected, if one was.
      if (!series.values.empty()) series.values.push_back(value);
      continue;
    }
    if (series.values.empty()) series.first = *month;
    const Month expected = series.end();
    if (*month < expected)
      table.error(0, fmt::format("{} stands already, or comes too late", to_string(*month)), {},
                  "one row a month, in order");
    else if (*month > expected)
      table.error(
          0,
          expected + 1 == *month
              ? fmt::format("{} is missing before {}", to_string(expected), to_string(*month))
              : fmt::format("{} to {} are missing before {}", to_string(expected),
                            to_string(*month - 1), to_string(*month)),
          {}, "one row a month, without gaps");
    if (*month >= expected)
      series.values.resize(static_cast<std::size_t>(*month - series.first) + 1, value);
  }
  if (table.has(0) && table.has(1) && series.values.empty() && table.line() <= 2)
    diagnostics.add(Place{source, 0, 0}.error("there is no month in this file"));
  table.finish();
  return series;
}

} // namespace tiltak::scenario
