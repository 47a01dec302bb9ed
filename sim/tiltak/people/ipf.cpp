#include <tiltak/people/ipf.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

namespace tiltak {
namespace {

// For each cell of the table, the cell of the margin it belongs to.
std::vector<std::size_t> projection(const std::vector<std::size_t>& shape, const Margin& margin) {
  const std::size_t cells =
      std::accumulate(shape.begin(), shape.end(), std::size_t{1}, std::multiplies<>{});
  std::vector<std::size_t> onto(cells);
  std::vector<std::size_t> at(shape.size(), 0);
  for (std::size_t c = 0; c < cells; ++c) {
    std::size_t m = 0;
    for (std::size_t d : margin.dimensions) m = m * shape[d] + at[d];
    onto[c] = m;
    for (std::size_t d = shape.size(); d-- > 0;) {
      if (++at[d] < shape[d]) break;
      at[d] = 0;
    }
  }
  return onto;
}

void check(const std::vector<std::size_t>& shape, const Margin& margin) {
  std::size_t expected = 1;
  for (std::size_t d : margin.dimensions) {
    if (d >= shape.size()) throw std::invalid_argument(margin.id + ": no such dimension");
    expected *= shape[d];
  }
  if (margin.target.size() != expected)
    throw std::invalid_argument(margin.id + ": wrong number of cells");
}

} // namespace

Fitted fit_margins(const std::vector<std::size_t>& shape, const std::vector<Margin>& margins,
                   std::vector<double> seed, double tolerance, int most_rounds) {
  if (margins.empty()) throw std::invalid_argument("no margins");
  Fitted fitted{std::move(seed), 0, 0};
  std::vector<std::vector<std::size_t>> onto;
  std::vector<std::vector<double>> targets;
  const auto sum = [](const std::vector<double>& v) {
    return std::accumulate(v.begin(), v.end(), 0.0);
  };
  const double total = sum(margins[0].target);
  for (const auto& margin : margins) {
    check(shape, margin);
    onto.push_back(projection(shape, margin));
    if (onto.back().size() != fitted.cells.size())
      throw std::invalid_argument("the seed does not have the table's shape");
    auto target = margin.target;
    const double scale = total / sum(target);
    for (auto& t : target) t *= scale;
    targets.push_back(std::move(target));
  }
  do {
    fitted.largest_gap = 0;
    for (std::size_t m = 0; m < margins.size(); ++m) {
      std::vector<double> now(targets[m].size(), 0.0);
      for (std::size_t c = 0; c < fitted.cells.size(); ++c) now[onto[m][c]] += fitted.cells[c];
      for (std::size_t k = 0; k < now.size(); ++k) {
        if (now[k] == 0 && targets[m][k] > 0)
          throw std::invalid_argument(margins[m].id + ": a positive target meets an empty slice");
        fitted.largest_gap = std::max(fitted.largest_gap, std::abs(now[k] - targets[m][k]) / total);
        now[k] = now[k] == 0 ? 0 : targets[m][k] / now[k];
      }
      for (std::size_t c = 0; c < fitted.cells.size(); ++c) fitted.cells[c] *= now[onto[m][c]];
    }
  } while (fitted.largest_gap > tolerance && ++fitted.rounds < most_rounds);
  return fitted;
}

} // namespace tiltak
