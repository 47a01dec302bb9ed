#include <tiltak/report/chart.hpp>

#include <array>

#include <tiltak/core/json.hpp>

namespace tiltak::report {
namespace {

constexpr std::array<const char*, 5> kind_names{"areas", "lines", "bars", "stacks", "index_plot"};

Json numbers(const std::vector<double>& values) {
  Json out = Json::array();
  for (const double value : values) out.push(value);
  return out;
}

Json texts(const std::vector<std::string>& values) {
  Json out = Json::array();
  for (const auto& value : values) out.push(value);
  return out;
}

Json table(const Values& rows) {
  Json out = Json::array();
  for (const auto& row : rows) out.push(numbers(row));
  return out;
}

Json positions(const Chart& chart) {
  if (!chart.x_is_calendar) return numbers(chart.x);
  Json out = Json::array();
  for (const double index : chart.x) out.push(to_string(Month{static_cast<std::int32_t>(index)}));
  return out;
}

Json panel_json(const ChartPanel& panel) {
  Json out;
  out.set("title", panel.title);
  out.set("labels", texts(panel.labels));
  out.set("values", table(panel.values));
  if (!panel.low.empty()) out.set("low", table(panel.low));
  if (!panel.high.empty()) out.set("high", table(panel.high));
  return out;
}

// What could end the script element or open a comment in it is written as an escape of JSON.
std::string safe_in_script(const std::string& json) {
  std::string out;
  out.reserve(json.size());
  for (const char c : json)
    if (c == '<')
      out += "\\u003c";
    else if (c == '>')
      out += "\\u003e";
    else if (c == '&')
      out += "\\u0026";
    else
      out += c;
  return out;
}

} // namespace

std::vector<double> calendar(const std::vector<Month>& months) {
  std::vector<double> places;
  for (const Month month : months) places.push_back(month.index);
  return places;
}

std::string to_json(const Chart& chart) {
  Json out;
  out.set("kind", kind_names[static_cast<std::size_t>(chart.kind)]);
  out.set("xTitle", chart.x_title);
  out.set("yTitle", chart.y_title);
  out.set("isCalendar", chart.x_is_calendar);
  out.set("isShare", chart.is_share);
  out.set("digits", chart.digits);
  out.set("x", positions(chart));
  Json keys = Json::array(), panels = Json::array();
  for (const ChartKey& key : chart.keys) {
    Json one;
    one.set("name", key.name);
    one.set("colour", key.colour);
    keys.push(std::move(one));
  }
  for (const ChartPanel& panel : chart.panels) panels.push(panel_json(panel));
  out.set("keys", std::move(keys));
  out.set("panels", std::move(panels));
  return safe_in_script(out.text());
}

} // namespace tiltak::report
