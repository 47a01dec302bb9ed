// Sequences that stand for a set of sequences (Gabadinho and Ritschard 2013; TraMineR seqrep).
//
// Candidates are taken in the order of their score; one farther than the radius from all taken
// before is taken, until the taken ones have at least `coverage` of the set within less than the
// radius. Both comparisons are strict: a sequence at exactly the radius is neither covered nor a
// further representative.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <tiltak/sequence/sequences.hpp>
#include <tiltak/sequence/square.hpp>

namespace tiltak::sequence {

// density: weight within less than the radius; frequency: weight at distance 0; centrality: sum of
// distances, least first; likelihood: -log of the probability under the set's own rates of
// transition by month, least first. Of equal scores the earliest row is first.
enum class RepresentativeCriterion { density, frequency, centrality, likelihood };

// What the radius is a share of: the largest distance within the set (seqrep on a cluster) or in
// the whole matrix (seqrplot with groups).
enum class RadiusOf { cluster, overall };

std::optional<RepresentativeCriterion> criterion_named(std::string_view name);
std::string_view name(RepresentativeCriterion criterion);

struct RepresentativeOptions {
  RepresentativeCriterion criterion = RepresentativeCriterion::density;
  RadiusOf radius_of = RadiusOf::cluster;
  double coverage = 0.25;
  double radius = 0.10;
};

// A representative and those that are nearer to it than to the others (the first of equally near).
struct Representative {
  std::uint32_t row = 0;
  double score = 0;
  double assigned = 0;        // na: their weight
  double within = 0;          // nb: of it, at less than the radius
  double distance = 0;        // SD: sum of their distances to it
  double mean_distance = 0;   // MD: SD / na
  double centre_distance = 0; // DC: sum of their distances to the centre of the whole set
  double discrepancy = 0;     // V: of themselves
  double quality = 0;         // Q: 100 (DC - SD) / DC
};

struct Representatives {
  double largest = 0, radius = 0; // dmax and the radius, in the unit of the distance
  double coverage = 0;            // share within less than the radius of one of them
  std::vector<Representative> all;
  Representative total;
};

// Of the rows `members` (ascending). `largest_overall` is the largest distance in the matrix.
Representatives representatives(const Sequences& rows, const Dissimilarities& d,
                                const std::vector<std::uint32_t>& members,
                                const RepresentativeOptions& options, double largest_overall);

} // namespace tiltak::sequence
