#include <tiltak/sequence/distance.hpp>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/sequence/lcs.hpp>

namespace tiltak::sequence {

Dissimilarities distances(const Sequences& rows, const DistanceOptions& options,
                          const Progress& progress) {
  if (options.measure == Measure::lcs) return lcs(rows, progress);
  throw InputError({"distance"}, "this distance is not available");
}

} // namespace tiltak::sequence
