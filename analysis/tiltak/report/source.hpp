// What sections are made from: what was read from the results file, and the words to say it in.
#pragma once

#include <optional>
#include <vector>

#include <tiltak/report/accounts.hpp>
#include <tiltak/report/cohort.hpp>
#include <tiltak/report/document.hpp>
#include <tiltak/report/parameters.hpp>
#include <tiltak/report/series.hpp>
#include <tiltak/report/words.hpp>
#include <tiltak/store/reader.hpp>

namespace tiltak::report {

// What the file does not have is empty.
struct Source {
  const store::ResultReader& file;
  Words say;
  Parameters parameters; // every value in force
  std::optional<Cohort> cohort;
  std::optional<Population> population;
  std::optional<BudgetSeries> budget;
  std::optional<MarketSeries> market;
  std::optional<Accounts> accounts;

  double expansion() const { return file.provenance().expansion; }
  // Simulated units as persons, places or kroner in the country.
  double national(double simulated) const { return simulated * expansion(); }
};

// A section, or nothing when the file does not have what it needs. One file each in sections/.
using SectionMaker = std::optional<Section> (*)(const Source& source);

} // namespace tiltak::report
