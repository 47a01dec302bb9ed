#include <tiltak/scenario/year_table.hpp>

#include <fmt/format.h>

#include <tiltak/scenario/csv_table.hpp>

namespace tiltak::scenario {

std::vector<std::pair<int, Money>> read_year_table(const SourcePtr& source,
                                                   Diagnostics& diagnostics) {
  enum : std::size_t { year, nok };
  const std::size_t before = diagnostics.size();
  CsvTable table(source, {{"year"}, {"nok"}}, diagnostics, Notes::allowed);
  std::vector<std::pair<int, Money>> rows;
  while (table.has(year) && table.has(nok) && table.next()) {
    const std::size_t errors = table.errors();
    const int number = static_cast<int>(table.integer(year, 1900, 2199));
    const double amount = table.real(nok, 0, 1e12);
    if (table.errors() > errors) continue;
    if (!rows.empty() && number <= rows.back().first)
      table.error(year, fmt::format("{} after {}", number, rows.back().first), {},
                  "years in ascending order");
    else
      rows.emplace_back(number, scale(Money::nok(1), amount));
  }
  if (rows.empty() && diagnostics.size() == before)
    diagnostics.add(Place{source, 0, 0}.error("there is no year in this file"));
  table.finish();
  return rows;
}

} // namespace tiltak::scenario
