// The inner loops of agglomeration: the nearest cluster in a row of sums.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>

namespace tiltak::sequence {

enum class Criterion { ward, average, plain };

struct Nearest {
  double height = std::numeric_limits<double>::infinity();
  std::size_t index = 0; // the first of equals
};

// A cluster as the criterion sees it. A dead one has `within` -inf (ward) or +inf (others).
struct Cluster {
  double weight;
  double within;
};

// The criterion for one pair. The value is a single rounded quotient of numbers that are exact for
// integer sums below 2^53, so equal pairs give equal heights.
inline double height(Criterion criterion, double sum, Cluster a, Cluster b) {
  if (criterion == Criterion::plain)
    return sum + b.within;
  const double product = a.weight * b.weight;
  if (criterion == Criterion::average)
    return sum / product + b.within;
  const double gap =
      sum * product - (a.within * (b.weight * b.weight) + b.within * (a.weight * a.weight));
  return (gap + gap) / (product * (a.weight + b.weight));
}

// The lowest height between `a` and the clusters 0..count-1 with these sums, weights, within.
Nearest nearest(Criterion criterion, const std::int32_t* sums, const double* weights,
                const double* within, std::size_t count, Cluster a);
Nearest nearest(Criterion criterion, const double* sums, const double* weights,
                const double* within, std::size_t count, Cluster a);

// The lowest of `values` and the first place it stands at.
Nearest lowest(const double* values, std::size_t count);

} // namespace tiltak::sequence
