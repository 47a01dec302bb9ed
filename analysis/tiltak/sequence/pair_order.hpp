// All pairs from the closest to the farthest, without room for a list of them.
//
// Distances of one or two bytes are counted; others are sorted a range of distances at a time, so
// that no more than a few million pairs are held at once.
#pragma once

#include <functional>
#include <vector>

#include <tiltak/core/progress.hpp>
#include <tiltak/sequence/grouped.hpp>
#include <tiltak/sequence/square.hpp>

namespace tiltak::sequence {

// visit(distance, first * clusters + second, weight): ordered pairs of clusters, the weight being
// the sum of w_i w_j over some ordered pairs of rows at that distance; every ordered pair, a row
// with itself included, is in one of the calls. Distances do not fall from call to call.
using VisitPairs = std::function<void(double, std::size_t, double)>;
void in_order(const Dissimilarities& d, const std::vector<double>& weights,
              const Partition& partition, const Progress& progress, const VisitPairs& visit);

} // namespace tiltak::sequence
