// Sourced rates: what costs and benefits are worked out with.
//
//   tiltak: rates
//   price_year: 2024
//   rates:
//     unemployment_benefit_share: {value: 0.624, unit: ..., status: read, source: "..."}
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include <tiltak/core/diagnostic.hpp>

namespace tiltak::scenario {

struct Rate {
  double value = 0;
  std::string unit, status, source; // status: read, derived or judgement
};

struct Rates {
  int price_year = 0;
  std::map<std::string, Rate> rates;
};

// Adds the rates of a file; every mistake goes to the diagnostics, a rate that is there already
// among them.
void read_rates(const std::filesystem::path& path, Rates& rates, Diagnostics& diagnostics);

// The shipped ones. Throws InputError.
Rates shipped_rates();

} // namespace tiltak::scenario
