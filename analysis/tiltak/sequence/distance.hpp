// Which distance, with which costs and which normalisation.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <tiltak/core/progress.hpp>
#include <tiltak/sequence/sequences.hpp>
#include <tiltak/sequence/square.hpp>

namespace tiltak::sequence {

enum class Measure { lcs, om, omspell, hamming, dhd, lcp, rlcp, chi2, euclid };
enum class Norm { none, automatic, maxlength, gmean, maxdist, yujian_bo };
enum class CostRule { constant, trate, given };

std::optional<Measure> measure_named(std::string_view name);
std::string_view name(Measure measure);
std::optional<Norm> norm_named(std::string_view name);
std::string_view name(Norm norm);

struct DistanceOptions {
  Measure measure = Measure::lcs;
  Norm norm = Norm::none;
  CostRule costs = CostRule::constant;
  std::vector<double> given; // states x states, row-major, for CostRule::given
  std::optional<double> indel; // om, omspell; otherwise half the highest cost
  double expansion = 0.5; // omspell: cost of one month more in a spell
  std::size_t step = 1; // chi2, euclid: months of an interval
};

// The distances between all rows. Costs and margins that are estimated from the data take the rows'
// weights into account. Throws InputError for what cannot be computed (hamming of unequal lengths).
Dissimilarities distances(const Sequences& rows, const DistanceOptions& options,
                          const Progress& progress = silent());

// Throws InputError where the distance is not defined for these sequences, or not with this norm.
void check(const DistanceOptions& options, const Sequences& sequences);

// True if the distances are whole multiples of a unit and are kept as such.
bool has_integer_cells(const DistanceOptions& options);

} // namespace tiltak::sequence
