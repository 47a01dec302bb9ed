#include <tiltak/sequence/norm.hpp>

#include <algorithm>
#include <cmath>

#include <tiltak/core/parallel.hpp>

namespace tiltak::sequence {

double normalised(double d, const Limits& l, Norm norm) {
  if (d == 0)
    return 0.0;
  switch (norm) {
  case Norm::maxlength:
    return d / std::max(l.p, l.q);
  case Norm::gmean:
    if (l.p * l.q == 0)
      return l.p == l.q ? 0.0 : 1.0;
    return 1.0 - (l.most - d) / (2.0 * std::sqrt(l.p) * std::sqrt(l.q));
  case Norm::maxdist:
    return l.most == 0 ? 1.0 : d / l.most;
  case Norm::yujian_bo:
    return l.most == 0 ? 1.0 : 2.0 * d / (d + l.most);
  default:
    return d;
  }
}

Dissimilarities normalise(Dissimilarities raw, Norm norm,
                          const std::function<Limits(std::size_t, std::size_t)>& limits) {
  if (norm == Norm::none)
    return raw;
  Square<double> result(raw.size());
  parallel::for_blocks(raw.size(), 64, [&](std::size_t begin, std::size_t end, std::size_t) {
    for (std::size_t i = begin; i < end; ++i)
      for (std::size_t j = 0; j < i; ++j)
        result.row(i)[j] = normalised(raw.at(i, j), limits(i, j), norm);
  });
  mirror(result);
  return {std::move(result), 1.0};
}

Limits alignment_limits(double p, double q, double indel, double highest, Norm norm) {
  // Yujian and Bo's limit is deleting the one and inserting the other, whatever substitution costs.
  const double substitution = norm == Norm::yujian_bo ? 2 * indel : std::min(highest, 2 * indel);
  return {p * indel, q * indel, std::fabs(p - q) * indel + substitution * std::min(p, q)};
}

Norm norm_of(Measure measure, Norm norm) {
  if (norm != Norm::automatic)
    return norm;
  switch (measure) {
  case Measure::om:
  case Measure::hamming:
  case Measure::dhd:
    return Norm::maxlength;
  case Measure::omspell:
    return Norm::yujian_bo;
  default:
    return Norm::gmean;
  }
}

} // namespace tiltak::sequence
