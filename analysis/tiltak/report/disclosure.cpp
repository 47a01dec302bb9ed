#include <tiltak/report/disclosure.hpp>

#include <optional>

namespace tiltak::report {
namespace {

struct Place {
  std::size_t row, column;
};

class Suppression {
public:
  Suppression(const Counts& counts, Totals totals)
      : counts_(counts), totals_(totals), columns_(counts.empty() ? 0 : counts[0].size()),
        hidden_(counts.size(), std::vector<char>(columns_, 0)) {}

  Hidden run() {
    for (std::size_t r = 0; r < counts_.size(); ++r)
      for (std::size_t c = 0; c < columns_; ++c)
        hidden_[r][c] = counts_[r][c] > 0 && counts_[r][c] < smallest_shown;
    while (widen_lines() || (totals_ == Totals::rows_and_columns && widen_bridges())) {
    }
    return hidden_;
  }

private:
  // The cells of row or column `i`.
  std::vector<Place> line(bool is_row, std::size_t i) const {
    std::vector<Place> places;
    const std::size_t n = is_row ? columns_ : counts_.size();
    for (std::size_t j = 0; j < n; ++j) places.push_back(is_row ? Place{i, j} : Place{j, i});
    return places;
  }

  std::int64_t count(Place p) const { return counts_[p.row][p.column]; }
  bool is_hidden(Place p) const { return hidden_[p.row][p.column] != 0; }

  // Hides the smallest cell of the line that is shown; those with persons first. False: none is
  // left.
  bool hide_one(const std::vector<Place>& places) {
    std::optional<Place> best;
    for (const Place p : places) {
      if (is_hidden(p)) continue;
      const bool better = !best || (count(p) > 0 && (count(*best) == 0 || count(p) < count(*best)));
      if (better) best = p;
    }
    if (best) hidden_[best->row][best->column] = 1;
    return best.has_value();
  }

  bool widen(const std::vector<Place>& places) {
    std::size_t cells = 0;
    std::int64_t persons = 0;
    for (const Place p : places)
      if (is_hidden(p)) ++cells, persons += count(p);
    const bool is_safe = cells == 0 || (cells >= 2 && persons >= smallest_shown);
    return !is_safe && hide_one(places);
  }

  bool widen_lines() {
    bool changed = false;
    for (std::size_t r = 0; r < counts_.size(); ++r) changed = widen(line(true, r)) || changed;
    if (totals_ == Totals::rows_and_columns)
      for (std::size_t c = 0; c < columns_; ++c) changed = widen(line(false, c)) || changed;
    return changed;
  }

  // Rows and columns are nodes and hidden cells edges of a graph: what lies on no cycle, a bridge,
  // follows from the totals by subtraction along the tree it hangs on.
  bool is_bridge(Place edge) const {
    const std::size_t rows = counts_.size();
    std::vector<char> seen(rows + columns_, 0);
    std::vector<std::size_t> todo{edge.row};
    seen[edge.row] = 1;
    while (!todo.empty()) {
      const std::size_t node = todo.back();
      todo.pop_back();
      const bool is_row = node < rows;
      for (const Place p : line(is_row, is_row ? node : node - rows)) {
        if (!is_hidden(p) || (p.row == edge.row && p.column == edge.column)) continue;
        const std::size_t next = is_row ? rows + p.column : p.row;
        if (seen[next] == 0) seen[next] = 1, todo.push_back(next);
      }
    }
    return seen[rows + edge.column] == 0;
  }

  bool widen_bridges() {
    for (std::size_t r = 0; r < counts_.size(); ++r)
      for (std::size_t c = 0; c < columns_; ++c)
        if (is_hidden({r, c}) && is_bridge({r, c}))
          if (hide_one(line(true, r)) || hide_one(line(false, c))) return true;
    return false;
  }

  const Counts& counts_;
  Totals totals_;
  std::size_t columns_;
  Hidden hidden_;
};

} // namespace

Hidden suppress(const Counts& counts, Totals totals) { return Suppression(counts, totals).run(); }

} // namespace tiltak::report
