#include "golden.hpp"

#include <cmath>
#include <limits>
#include <sstream>

#include <synthetic_sequences.hpp>

namespace tiltak::test {

using namespace tiltak::sequence;

Golden::Golden(const std::string& file)
    : table_(Table::read(std::string(TILTAK_SOURCE_DIR) + "/tests/golden/sequence/" + file)) {}

std::string Golden::text(std::size_t row, const std::string& column) const {
  const auto place = table_.column(column);
  REQUIRE(place.has_value());
  std::vector<std::string_view> cells;
  table_.cells(row, cells);
  return std::string(cells[*place]);
}

double Golden::number(std::size_t row, const std::string& column) const {
  const std::string cell = text(row, column);
  if (cell == "NA")
    return std::nan("");
  if (cell == "Inf")
    return std::numeric_limits<double>::infinity();
  const auto value = sequence::number(cell);
  REQUIRE(value.has_value());
  return *value;
}

std::vector<std::size_t> Golden::list(std::size_t row, const std::string& column) const {
  std::istringstream in(text(row, column));
  std::vector<std::size_t> values;
  for (std::size_t v = 0; in >> v;)
    values.push_back(v);
  return values;
}

const Sequences& synth2000() {
  static const Sequences sequences = bench::synthetic_sequences(2000, 20210);
  return sequences;
}

Dissimilarities matrix(const std::vector<double>& row_major) {
  const auto n = static_cast<std::size_t>(std::lround(std::sqrt(row_major.size())));
  Square<double> square(n);
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j)
      square.row(i)[j] = row_major[i * n + j];
  return {std::move(square), 1.0};
}

Partition reference_cut(const Distinct& distinct, std::size_t k) {
  Partition p{std::vector<std::uint32_t>(distinct.rows.size(), 0), k};
  if (k == 1)
    return p;
  static const Golden cuts("lcs_cuts.csv");
  for (std::size_t row = 0; row < p.cluster.size(); ++row)
    p.cluster[row] =
        static_cast<std::uint32_t>(cuts.number(distinct.first[row], std::to_string(k))) - 1;
  return p;
}

void check_near(double found, double expected, double tolerance) {
  if (std::isnan(expected)) {
    CHECK(std::isnan(found));
    return;
  }
  if (found == expected)
    return;
  const double error = std::fabs(found - expected) / std::max(std::fabs(expected), 1e-300);
  CHECK_MESSAGE(error <= tolerance, found, " where ", expected, " is expected");
}

} // namespace tiltak::test
