// Agglomerative clustering, exact for weighted rows, with a tie rule that is fixed.
//
// At every step the two closest clusters are joined; of equally close pairs the one whose first
// cluster has the earliest first row, then the one whose second has. Nothing else decides: neither
// the order of the work nor, for integer distances, rounding.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <tiltak/core/progress.hpp>
#include <tiltak/sequence/square.hpp>
#include <tiltak/sequence/tree.hpp>

namespace tiltak::sequence {

// ward_d: Ward's criterion on the distances themselves, ward_d2: on their squares, height the root
// (R's hclust "ward.D" and "ward.D2"; Murtagh and Legendre 2014).
enum class Linkage { ward_d, ward_d2, average, complete, single };

std::optional<Linkage> linkage_named(std::string_view name); // "ward.D", "average" ...
std::string_view name(Linkage linkage);

// With sums S of distances between and within clusters of weights a and b, the height of joining
//   ward:     2 (S_ab - S_a b/a - S_b a/b) / (a + b)      (S_a counts each pair once)
//   average:  S_ab / (a b)
// which for rows of weight 1 is R's hclust, and for heavier rows is R's hclust on all the persons
// they stand for. Sums of integer distances are exact. A row of weight 0 is joined as if it weighed
// a billionth of the lightest that weighs something: to what is nearest, at a height of about 0.
Tree agglomerate(const Dissimilarities& distances, const std::vector<double>& weights,
                 Linkage linkage, const Progress& progress = silent());

// Bytes that agglomerate() needs beside the distances.
std::size_t agglomeration_bytes(std::size_t rows, bool integer_cells, bool integer_weights);

} // namespace tiltak::sequence
