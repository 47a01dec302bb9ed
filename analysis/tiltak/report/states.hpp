// Distributions over the six states: the same table and chart wherever persons are counted by
// state.
#pragma once

#include <string>
#include <vector>

#include <tiltak/report/disclosure.hpp>
#include <tiltak/report/document.hpp>
#include <tiltak/report/words.hpp>

namespace tiltak::report {

constexpr std::size_t states = 6; // those that are counted; 6 itself is outside
constexpr std::uint8_t outside_population = 6;

// The six states as keys of a chart and as columns of a table.
std::vector<ChartKey> state_keys(const Words& say);
std::vector<Column> state_columns(const Words& say, const std::string& unit);

// Shares by state of rows of counts (each of six), small ones hidden. Row totals are taken as known
// to the reader.
struct Shares {
  Counts counts;
  Hidden hidden;

  explicit Shares(Counts all) : counts(std::move(all)), hidden(suppress(counts, Totals::rows)) {}
  std::int64_t total(std::size_t row) const;
  double share(std::size_t row, std::size_t state) const; // 0 in a row without persons
  bool has_hidden() const;
  // Six cells in per cent with one decimal.
  std::vector<Cell> cells(std::size_t row) const;
};

// Keys and values of an areas chart: shares by state and row; what is hidden is together in one
// more key, so that the parts still add up.
std::vector<ChartKey> area_keys(const Words& say, bool with_hidden);
ChartPanel area_panel(const Shares& shares, bool with_hidden);

// A row of codes in words: "Measure 7, Unemployed 3, Full-time job 50".
std::string in_spells(const Words& say, const std::uint8_t* codes, std::size_t months);

} // namespace tiltak::report
