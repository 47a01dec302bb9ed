// A chart as data: its kind and its numbers. web/charts/ has one function for each kind, which
// draws it in the reader's browser.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include <tiltak/core/month.hpp>

namespace tiltak::report {

// areas       shares that add up, stacked, along x: values[key][x]
// lines       a line a key along x: values[key][x]
// bars        a bar a label and key, with whiskers where low and high are given: values[key][label]
// stacks      a row of parts that add up for each label: values[key][label]
// index_plot  a row of codes for each label: values[label][x], codes are places in `keys`
enum class ChartKind : std::uint8_t { areas, lines, bars, stacks, index_plot };

struct ChartKey {
  std::string name;
  std::string colour = {}; // "#rrggbb"; empty: the page chooses
};

using Values = std::vector<std::vector<double>>; // NaN is drawn as a gap

// A value that rests on too few persons.
constexpr double not_shown = std::numeric_limits<double>::quiet_NaN();

struct ChartPanel {
  std::string title = {}; // empty where there is one panel
  std::vector<std::string> labels = {};
  Values values = {};
  Values low = {}, high = {}; // as `values`, or empty
};

struct Chart {
  ChartKind kind = ChartKind::areas;
  std::string x_title, y_title;
  bool x_is_calendar = false; // x holds Month::index
  bool is_share = false; // values are parts of 1, shown as per cent
  int digits = 0; // decimals of values shown as text
  std::vector<double> x = {}; // empty for bars and stacks
  std::vector<ChartKey> keys = {};
  std::vector<ChartPanel> panels = {};
};

// Months as places along an axis that is a calendar.
std::vector<double> calendar(const std::vector<Month>& months);

// As JSON for the page, safe inside a script element.
std::string to_json(const Chart& chart);

} // namespace tiltak::report
