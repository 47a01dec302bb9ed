// Any bytes at all as one of the small tables that users bring end in rows or in diagnostics. The
// first byte says which: money by year, demand by month, draws of parameters.
#include <cstdint>

#include <tiltak/scenario/characters.hpp>
#include <tiltak/scenario/cycle_file.hpp>
#include <tiltak/scenario/draws_file.hpp>
#include <tiltak/scenario/year_table.hpp>

#include "memory_file.hpp"

using namespace tiltak;
using namespace tiltak::scenario;
using tiltak::fuzz::require;

namespace {

bool has_rows(unsigned which, const SourcePtr& source, Diagnostics& diagnostics) {
  switch (which) {
  case 0: {
    const auto rows = read_year_table(source, diagnostics);
    for (std::size_t k = 0; k < rows.size(); ++k) {
      require(rows[k].second >= Money{});
      require(k == 0 || rows[k - 1].first < rows[k].first);
    }
    return !rows.empty();
  }
  case 1: {
    const auto series = read_monthly(source, "demand", 0.2, 5, {"basis"}, diagnostics);
    require(series.values.size() <= 12 * 300 + source->text().size());
    return !series.values.empty();
  }
  default: return !read_draws(source, diagnostics).empty();
  }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  std::string text(reinterpret_cast<const char*>(data + 1), size - 1);
  const auto source = std::make_shared<const Source>("fuzz.csv", normalised(std::move(text)));
  Diagnostics diagnostics;
  const bool rows = has_rows(data[0] % 3u, source, diagnostics);
  require(diagnostics.size() < 1000);
  for (const auto& diagnostic : diagnostics.all()) require(!to_string(diagnostic).empty());
  require(rows || !diagnostics.empty());
  return 0;
}
