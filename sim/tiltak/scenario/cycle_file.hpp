// Cycles that are files: a user's path of demand, and the unemployment of Norway that ships.
#pragma once

#include <vector>

#include <tiltak/core/month.hpp>
#include <tiltak/scenario/source.hpp>

namespace tiltak::scenario {

// A number a month, without gaps.
struct MonthlySeries {
  Month first;
  std::vector<double> values;

  Month end() const { return first + static_cast<int>(values.size()); } // the month after the last
};

// Reads the columns month (2014-01) and `column`, with values in [min, max]; `others` may stand
// beside them. Months follow one another; what is no month, no number, out of range, out of order,
// double or missing is reported with its line and column.
MonthlySeries read_monthly(const SourcePtr& source, std::string_view column, double min, double max,
                           const std::vector<std::string_view>& others, Diagnostics& diagnostics);

} // namespace tiltak::scenario
