#include <tiltak/sequence/wide.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include <fmt/format.h>

#include <tiltak/core/suggest.hpp>
#include <tiltak/sequence/column.hpp>

namespace tiltak::sequence {
namespace {

constexpr std::size_t shown = 10; // errors of a kind that are listed

using Cells = std::vector<std::string_view>;

std::size_t column_named(const Table& table, const std::string& name) {
  if (const auto found = table.column(name)) return *found;
  throw InputError({table.file(), 1}, fmt::format("there is no column '{}'", name), {},
                   did_you_mean(name, table.header()));
}

void add_range(const Table& table, const std::string& text, std::vector<std::size_t>& columns) {
  const std::size_t dots = text.find("..");
  const bool is_range = dots != std::string::npos && !table.column(text);
  const std::size_t first = column_named(table, is_range ? text.substr(0, dots) : text);
  const std::size_t last = is_range ? column_named(table, text.substr(dots + 2)) : first;
  if (last < first)
    throw InputError({"--columns"},
                     fmt::format("'{}': the last column stands before the first", text));
  for (std::size_t c = first; c <= last; ++c) {
    if (std::find(columns.begin(), columns.end(), c) != columns.end())
      throw InputError({"--columns"}, fmt::format("column '{}' is named twice", table.header()[c]));
    columns.push_back(c);
  }
}

std::vector<std::size_t> month_columns(const Table& table, const WideOptions& options) {
  std::vector<std::size_t> columns;
  for (const std::string& text : options.columns) add_range(table, text, columns);
  if (!options.columns.empty()) return columns;
  std::set<std::string> taken(options.others.begin(), options.others.end());
  taken.insert({options.id, options.weights});
  for (std::size_t c = 0; c < table.header().size(); ++c)
    if (!taken.contains(table.header()[c])) columns.push_back(c);
  if (columns.empty()) throw InputError({table.file(), 1}, "no column is left for the months");
  return columns;
}

bool is_missing(std::string_view cell, const WideOptions& options) {
  return options.missing && cell == *options.missing;
}

std::vector<std::string> values_seen(const Table& table, const std::vector<std::size_t>& months,
                                     const WideOptions& options) {
  std::set<std::string, std::less<>> seen;
  Cells cells;
  for (std::size_t i = 0; i < table.rows(); ++i) {
    table.cells(i, cells);
    std::string_view before; // most cells repeat the one before
    for (const std::size_t c : months) {
      if (cells[c] == before || cells[c].empty() || is_missing(cells[c], options)) continue;
      before = cells[c];
      if (!seen.contains(before)) seen.emplace(before);
    }
  }
  return sorted_values({seen.begin(), seen.end()});
}

class Reader {
public:
  Reader(const Table& table, const WideOptions& options)
      : table_(table), options_(options), months_(month_columns(table, options)) {
    sequences_.alphabet =
        options.states.empty() ? values_seen(table, months_, options) : options.states;
    sequences_.positions = months_.size();
    check_alphabet();
    for (std::size_t s = 0; s < sequences_.alphabet.size(); ++s)
      codes_[sequences_.alphabet[s]] = static_cast<std::uint8_t>(s);
  }

  Sequences read() {
    sequences_.codes.assign(table_.rows() * months_.size(), void_code);
    Cells cells;
    for (std::size_t i = 0; i < table_.rows(); ++i) {
      table_.cells(i, cells);
      read_row(i, cells);
    }
    if (count_ > shown)
      wrong_.add({table_.file()}, fmt::format("and {} more cells like these", count_ - shown));
    if (!wrong_.empty()) throw InputError(std::move(wrong_));
    return std::move(sequences_);
  }

private:
  void check_alphabet() const {
    if (sequences_.alphabet.empty())
      throw InputError({table_.file()}, "no state is found in the month columns");
    if (sequences_.alphabet.size() > most_states)
      throw InputError({table_.file()},
                       fmt::format("{} different states", sequences_.alphabet.size()),
                       fmt::format("at most {}", most_states),
                       "choose the month columns with --columns, the others may be attributes");
    check_names();
  }

  void check_names() const {
    Diagnostics wrong;
    std::set<std::string> seen;
    for (const std::string& state : sequences_.alphabet) {
      if (state.empty())
        wrong.add({"--states"}, "a state without a name");
      else if (!seen.insert(state).second)
        wrong.add({"--states"}, fmt::format("state '{}' is named twice", state));
      if (is_missing(state, options_))
        wrong.add({"--states"}, fmt::format("'{}' is the missing value", state),
                  "states without the text of --missing");
    }
    if (!wrong.empty()) throw InputError(std::move(wrong));
  }

  void read_row(std::size_t i, const Cells& cells) {
    std::size_t end = months_.size();
    while (end > 0 && cells[months_[end - 1]].empty()) --end;
    if (end == 0) complain(i, 0, "the sequence is empty");
    for (std::size_t t = 0; t < end; ++t)
      sequences_.codes[i * months_.size() + t] = code(i, t, cells[months_[t]]);
  }

  std::uint8_t code(std::size_t i, std::size_t t, std::string_view cell) {
    if (is_missing(cell, options_)) {
      sequences_.has_missing = true;
      return static_cast<std::uint8_t>(sequences_.alphabet.size());
    }
    if (cell.empty()) {
      complain(i, t, "an empty cell inside the sequence");
      return 0;
    }
    if (cell == before_) return before_code_;
    const auto found = codes_.find(cell);
    if (found == codes_.end()) {
      complain(i, t, fmt::format("unknown state '{}'", cell));
      return 0;
    }
    before_ = cell;
    return before_code_ = found->second;
  }

  void complain(std::size_t i, std::size_t t, const std::string& what) {
    if (++count_ > shown) return;
    const std::string& column = table_.header()[months_[t]];
    wrong_.add(table_.origin(i, months_[t]), fmt::format("column '{}': {}", column, what),
               fmt::format("{}", fmt::join(sequences_.alphabet, ", ")),
               "a missing value is named with --missing TEXT");
  }

  const Table& table_;
  const WideOptions& options_;
  std::vector<std::size_t> months_;
  Sequences sequences_;
  std::map<std::string, std::uint8_t, std::less<>> codes_;
  std::string_view before_;
  std::uint8_t before_code_ = 0;
  Diagnostics wrong_;
  std::size_t count_ = 0;
};

std::vector<double> read_weights(const Table& table, const std::string& name) {
  const Column column(table, name);
  std::vector<double> weights;
  Diagnostics wrong;
  std::size_t count = 0;
  double total = 0;
  for (std::size_t i = 0; i < column.values().size(); ++i) {
    const auto weight = number(column.values()[i]);
    weights.push_back(weight.value_or(0.0));
    total += weights.back();
    if ((!weight || *weight < 0) && ++count <= shown)
      wrong.add(column.origin(i), fmt::format("weight '{}'", column.values()[i]),
                "a finite number, 0 or above");
  }
  if (count > shown)
    wrong.add({column.origin(0).file},
              fmt::format("and {} more weights like these", count - shown));
  if (wrong.empty() && !(total > 0 && std::isfinite(total)))
    wrong.add({column.origin(0).file},
              total > 0 ? "the sum of the weights is infinite" : "all weights are 0");
  if (!wrong.empty()) throw InputError(std::move(wrong));
  return weights;
}

} // namespace

std::vector<std::string> sorted_values(std::vector<std::string> values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  const auto is_number = [](const std::string& v) { return number(v).has_value(); };
  if (std::all_of(values.begin(), values.end(), is_number))
    std::stable_sort(values.begin(), values.end(), [](const std::string& a, const std::string& b) {
      return *number(a) < *number(b);
    });
  return values;
}

Sequences read_wide(const Table& table, const WideOptions& options) {
  Sequences sequences;
  std::vector<double> weights;
  std::vector<std::string> ids;
  Diagnostics wrong;
  attempt([&] { sequences = Reader(table, options).read(); }, wrong);
  if (!options.id.empty()) attempt([&] { ids = Column(table, options.id).values(); }, wrong);
  if (!options.weights.empty())
    attempt([&] { weights = read_weights(table, options.weights); }, wrong);
  if (!wrong.empty()) throw InputError(std::move(wrong));
  sequences.ids = std::move(ids);
  sequences.weights = std::move(weights);
  return sequences;
}

} // namespace tiltak::sequence
