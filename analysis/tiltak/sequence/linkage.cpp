#include <tiltak/sequence/linkage.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

#include <tiltak/sequence/agglomeration.hpp>

namespace tiltak::sequence {
namespace {

struct NamedLinkage {
  std::string_view name;
  Linkage linkage;
};
constexpr std::array linkages{
    NamedLinkage{"ward.D", Linkage::ward_d}, NamedLinkage{"ward.D2", Linkage::ward_d2},
    NamedLinkage{"average", Linkage::average}, NamedLinkage{"complete", Linkage::complete},
    NamedLinkage{"single", Linkage::single}};

bool are_counts(const std::vector<double>& weights) {
  return std::all_of(weights.begin(), weights.end(),
                     [](double w) { return w == std::floor(w) && w < 1e9; });
}

double largest_cell(const Dissimilarities& d, Linkage linkage) {
  const double cell = largest(d) / d.unit;
  return linkage == Linkage::ward_d2 ? cell * cell : cell;
}

// Integers of 32 bits as long as no sum can outgrow them, doubles from then on.
template <class Cell>
std::vector<Merge> join_all(const Square<Cell>& cells, const std::vector<double>& weights,
                            Linkage linkage, double most, const Progress& progress) {
  const auto meter = [&](std::size_t joined) {
    progress("hierarchical clustering", joined, cells.size() - 1);
  };
  if constexpr (std::is_integral_v<Cell>) {
    if (are_counts(weights) && Agglomeration<std::int32_t>::fits(weights, linkage, most)) {
      Agglomeration<std::int32_t> narrow(cells, weights, linkage, most);
      narrow.run(meter);
      if (narrow.finished()) return narrow.merges();
      Agglomeration<double> wide(std::move(narrow));
      wide.run(meter);
      return wide.merges();
    }
  }
  Agglomeration<double> sums(cells, weights, linkage, most);
  sums.run(meter);
  return sums.merges();
}

std::vector<double> above_zero(std::vector<double> weights) {
  double lightest = std::numeric_limits<double>::infinity();
  for (const double w : weights)
    if (w > 0) lightest = std::min(lightest, w);
  for (double& w : weights)
    if (w == 0) w = 1e-9 * lightest;
  return weights;
}

} // namespace

std::optional<Linkage> linkage_named(std::string_view wanted) {
  for (const NamedLinkage& n : linkages)
    if (n.name == wanted) return n.linkage;
  return {};
}

std::string_view name(Linkage linkage) {
  return std::find_if(linkages.begin(), linkages.end(),
                      [&](const NamedLinkage& n) { return n.linkage == linkage; })
      ->name;
}

Tree agglomerate(const Dissimilarities& d, const std::vector<double>& of_rows, Linkage linkage,
                 const Progress& progress) {
  const std::vector<double> weights = above_zero(of_rows);
  Tree tree{d.size(), {}};
  if (d.size() < 2) return tree;
  const double most = largest_cell(d, linkage);
  tree.merges = std::visit(
      [&](const auto& cells) { return join_all(cells, weights, linkage, most, progress); },
      d.cells);
  double before = 0;
  for (Merge& m : tree.merges) {
    const double height =
        linkage == Linkage::ward_d2 ? std::sqrt(std::max(m.height, 0.0)) : m.height;
    // Rounding may put a height a last digit below the one before it.
    before = m.height = std::max(before, d.unit * height);
  }
  return tree;
}

std::size_t agglomeration_bytes(std::size_t rows, bool integer_cells, bool integer_weights) {
  const std::size_t cells = rows * (rows - (rows > 0)) / 2;
  return cells * (integer_cells && integer_weights ? sizeof(std::int32_t) : sizeof(double));
}

} // namespace tiltak::sequence
