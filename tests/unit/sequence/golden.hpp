// The reference results in tests/golden/sequence, and the sequences they belong to.
#pragma once

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <tiltak/sequence/distinct.hpp>
#include <tiltak/sequence/grouped.hpp>
#include <tiltak/sequence/square.hpp>
#include <tiltak/sequence/table.hpp>

namespace tiltak::test {

// A table of the folder; cells by row and column name.
class Golden {
public:
  explicit Golden(const std::string& file);
  std::size_t rows() const { return table_.rows(); }
  std::string text(std::size_t row, const std::string& column) const;
  double number(std::size_t row, const std::string& column) const; // "NA" is NaN, "Inf" infinity
  std::vector<std::size_t> list(std::size_t row, const std::string& column) const;

private:
  sequence::Table table_;
};

const sequence::Sequences& synth2000();

sequence::Dissimilarities matrix(const std::vector<double>& row_major);

// The cut of the reference tree of synth2000 at k, on the rows of `distinct`; k = 1 is all in one.
sequence::Partition reference_cut(const sequence::Distinct& distinct, std::size_t k);

// Equal to a relative error; NaN equals NaN.
void check_near(double found, double expected, double tolerance);

} // namespace tiltak::test
