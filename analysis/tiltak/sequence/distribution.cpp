#include <algorithm>
#include <cmath>

#include <tiltak/sequence/measures.hpp>
#include <tiltak/sequence/pairs.hpp>

namespace tiltak::sequence {
namespace {

// Shares of time, an interval after the other, and how much a squared difference counts.
struct Shares {
  std::size_t columns = 0;
  std::vector<double> share; // rows x columns
  std::vector<double> mass;  // of each column; squared differences are divided by it
};

struct Interval {
  std::size_t begin, end;
};

void add_row(const Sequences& s, std::size_t i, Interval months, double* shares,
             std::vector<double>& margin) {
  double sum = 0;
  for (std::size_t t = months.begin; t < months.end; ++t) {
    const std::uint8_t code = s.row(i)[t];
    if (code == void_code)
      continue;
    shares[code] += 1;
    margin[code] += s.weight(i);
    sum += 1;
  }
  if (sum > 0)
    for (std::size_t c = 0; c < s.states(); ++c)
      shares[c] /= sum;
}

// 1/p + 1/q of the two rarest states that occur: the largest squared distance in an interval.
double largest_square(std::vector<double> mass) {
  mass.erase(std::remove(mass.begin(), mass.end(), 0.0), mass.end());
  if (mass.size() < 2)
    return 1.0;
  std::partial_sort(mass.begin(), mass.begin() + 2, mass.end());
  return 1.0 / mass[0] + 1.0 / mass[1];
}

// Margin counts become masses: shares of the interval (chi2) or 1 (euclid), 0 where a state is
// absent.
void weigh(std::vector<double>& margin, bool euclid, bool normed) {
  double sum = 0;
  for (const double m : margin)
    sum += m;
  for (double& m : margin)
    m = m == 0 ? 0.0 : euclid ? 1.0 : m / sum;
  const double most = !normed ? 1.0 : euclid ? 2.0 : largest_square(margin);
  for (double& m : margin)
    m *= most;
}

Shares shares_of(const Sequences& s, const DistanceOptions& options) {
  const std::size_t intervals = (s.positions + options.step - 1) / options.step;
  const bool normed = options.norm != Norm::none;
  Shares all;
  all.columns = intervals * s.states();
  all.share.assign(s.size() * all.columns, 0.0);
  for (std::size_t k = 0; k < intervals; ++k) {
    std::vector<double> margin(s.states(), 0.0);
    const Interval months{k * options.step, std::min((k + 1) * options.step, s.positions)};
    for (std::size_t i = 0; i < s.size(); ++i)
      add_row(s, i, months, all.share.data() + i * all.columns + k * s.states(), margin);
    weigh(margin, options.measure == Measure::euclid, normed);
    all.mass.insert(all.mass.end(), margin.begin(), margin.end());
  }
  return all;
}

} // namespace

Dissimilarities distribution_distance(const Sequences& s, const DistanceOptions& options,
                                      const Progress& progress) {
  const Shares all = shares_of(s, options);
  const std::size_t n = all.columns;
  const double scale =
      options.norm == Norm::none ? 1.0 : 1.0 / std::sqrt(static_cast<double>(n / s.states()));
  return {all_pairs<double>(s.size(), "distances of state distributions", progress,
                            [&](std::size_t i, std::size_t j) {
                              const double* a = all.share.data() + i * n;
                              const double* b = all.share.data() + j * n;
                              double sum = 0;
                              for (std::size_t c = 0; c < n; ++c) {
                                const double gap = a[c] - b[c];
                                if (gap != 0)
                                  sum += gap * gap / all.mass[c];
                              }
                              return scale * std::sqrt(sum);
                            }),
          1.0};
}

} // namespace tiltak::sequence
