// Hidden cells cannot be worked out from what is shown.
#include <cstdint>
#include <vector>

#include <doctest/doctest.h>

#include <tiltak/report/disclosure.hpp>

using namespace tiltak::report;

namespace {

std::size_t hidden_in(const std::vector<char>& row) {
  std::size_t n = 0;
  for (const char cell : row) n += cell != 0;
  return n;
}

// A number from 0 to below `limit` that looks random.
std::int64_t shuffled(std::uint64_t i, std::int64_t limit) {
  i = (i ^ (i >> 30)) * 0xbf58476d1ce4e5b9ULL;
  i = (i ^ (i >> 27)) * 0x94d049bb133111ebULL;
  return static_cast<std::int64_t>((i ^ (i >> 31)) % static_cast<std::uint64_t>(limit));
}

// Whether totals and shown cells give away a hidden cell: Gaussian elimination on the totals of
// rows and columns, with the hidden cells as unknowns; an unknown that stands alone in a row is
// known.
bool some_cell_follows(const Hidden& hidden) {
  std::vector<std::pair<std::size_t, std::size_t>> unknown;
  for (std::size_t r = 0; r < hidden.size(); ++r)
    for (std::size_t c = 0; c < hidden[r].size(); ++c)
      if (hidden[r][c] != 0) unknown.emplace_back(r, c);
  std::vector<std::vector<double>> rows(hidden.size() + hidden[0].size(),
                                        std::vector<double>(unknown.size(), 0));
  for (std::size_t u = 0; u < unknown.size(); ++u) {
    rows[unknown[u].first][u] = 1;
    rows[hidden.size() + unknown[u].second][u] = 1;
  }
  std::size_t rank = 0;
  for (std::size_t u = 0; u < unknown.size() && rank < rows.size(); ++u) {
    std::size_t pivot = rank;
    while (pivot < rows.size() && rows[pivot][u] == 0) ++pivot;
    if (pivot == rows.size()) continue;
    std::swap(rows[rank], rows[pivot]);
    for (std::size_t r = 0; r < rows.size(); ++r) {
      if (r == rank || rows[r][u] == 0) continue;
      const double factor = rows[r][u] / rows[rank][u]; // entries stay -1, 0 and 1: exact
      for (std::size_t k = 0; k < unknown.size(); ++k) rows[r][k] -= factor * rows[rank][k];
    }
    ++rank;
  }
  for (std::size_t r = 0; r < rank; ++r) {
    std::size_t terms = 0;
    for (const double value : rows[r]) terms += value != 0;
    if (terms == 1) return true;
  }
  return false;
}

} // namespace

TEST_CASE("few persons are hidden and nobody is not") {
  const Hidden hidden = suppress({{0, 100, 7, 50}, {3, 60, 0, 40}}, Totals::rows);
  CHECK(hidden[0] == std::vector<char>{0, 0, 0, 0});
  CHECK(hidden[1] == std::vector<char>{1, 0, 0, 1}); // the smallest other, not the empty one
}

TEST_CASE("two small cells alone are not enough") {
  const Hidden hidden = suppress({{1, 2, 30, 40}}, Totals::rows);
  CHECK(hidden[0] == std::vector<char>{1, 1, 1, 0});
}

TEST_CASE("a row of few persons is hidden whole") {
  CHECK(suppress({{3, 0, 0}}, Totals::rows)[0] == std::vector<char>{1, 1, 1});
}

TEST_CASE("no hidden cell follows from the totals of rows and columns") {
  std::size_t with_hidden = 0;
  for (std::uint64_t n = 0; n < 400; ++n) {
    CAPTURE(n);
    Counts counts(2 + n % 5, std::vector<std::int64_t>(2 + n % 4));
    for (std::size_t r = 0; r < counts.size(); ++r)
      for (std::size_t c = 0; c < counts[r].size(); ++c) {
        const std::int64_t limit = shuffled(n * 1009 + r * 31 + c, 7) == 0 ? 5 : 60;
        counts[r][c] = shuffled(n * 7919 + r * 101 + c * 13 + 5, limit);
      }
    const Hidden hidden = suppress(counts, Totals::rows_and_columns);
    std::size_t cells = 0;
    for (std::size_t r = 0; r < counts.size(); ++r) {
      cells += hidden_in(hidden[r]);
      for (std::size_t c = 0; c < counts[r].size(); ++c)
        if (counts[r][c] > 0 && counts[r][c] < 5) CHECK(hidden[r][c] != 0);
    }
    if (cells == 0) continue;
    ++with_hidden;
    CHECK_FALSE(some_cell_follows(hidden));
  }
  CHECK(with_hidden > 100);
}

TEST_CASE("a table without small cells is shown whole") {
  const Hidden hidden = suppress({{10, 20}, {30, 40}}, Totals::rows_and_columns);
  CHECK(hidden_in(hidden[0]) + hidden_in(hidden[1]) == 0);
}
