#include <tiltak/report/states.hpp>

#include <numeric>

namespace tiltak::report {

std::vector<ChartKey> state_keys(const Words& say) {
  std::vector<ChartKey> keys;
  for (const store::Code& code : store::codes::state.first(states))
    keys.push_back({say.label(code), std::string(code.colour)});
  return keys;
}

std::vector<Column> state_columns(const Words& say, const std::string& unit) {
  std::vector<Column> columns;
  for (const store::Code& code : store::codes::state.first(states))
    columns.push_back({say.label(code), unit});
  return columns;
}

std::int64_t Shares::total(std::size_t row) const {
  return std::accumulate(counts[row].begin(), counts[row].end(), std::int64_t{0});
}

double Shares::share(std::size_t row, std::size_t state) const {
  const std::int64_t all = total(row);
  return all == 0 ? 0 : static_cast<double>(counts[row][state]) / static_cast<double>(all);
}

bool Shares::has_hidden() const {
  for (const auto& row : hidden)
    for (const char is_hidden : row)
      if (is_hidden != 0) return true;
  return false;
}

std::vector<Cell> Shares::cells(std::size_t row) const {
  std::vector<Cell> cells;
  const bool is_empty = total(row) == 0;
  for (std::size_t s = 0; s < states; ++s)
    if (hidden[row][s] != 0)
      cells.emplace_back(Suppressed{});
    else if (is_empty)
      cells.emplace_back(Missing{});
    else
      cells.emplace_back(Number{100 * share(row, s), 1});
  return cells;
}

std::vector<ChartKey> area_keys(const Words& say, bool with_hidden) {
  auto keys = state_keys(say);
  if (with_hidden) keys.push_back({say("states.hidden"), "#ffffff"});
  return keys;
}

ChartPanel area_panel(const Shares& shares, bool with_hidden) {
  ChartPanel panel;
  panel.values.assign(states + (with_hidden ? 1 : 0), std::vector<double>(shares.counts.size(), 0));
  for (std::size_t row = 0; row < shares.counts.size(); ++row)
    for (std::size_t s = 0; s < states; ++s)
      panel.values[shares.hidden[row][s] != 0 ? states : s][row] += shares.share(row, s);
  return panel;
}

std::string in_spells(const Words& say, const std::uint8_t* codes, std::size_t months) {
  std::vector<std::string> parts;
  for (std::size_t m = 0; m < months;) {
    const std::size_t begun = m;
    while (m < months && codes[m] == codes[begun]) ++m;
    parts.push_back(say.label(store::codes::state[codes[begun]]) + " " + std::to_string(m - begun));
  }
  std::string text;
  for (const auto& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

} // namespace tiltak::report
