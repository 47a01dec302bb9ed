#include <tiltak/sequence/distance.hpp>

#include <array>
#include <cmath>

#include <fmt/format.h>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/sequence/lcs.hpp>
#include <tiltak/sequence/measures.hpp>
#include <tiltak/sequence/norm.hpp>

namespace tiltak::sequence {
namespace {

template <class Value> struct Named {
  std::string_view name;
  Value value;
};

constexpr std::array measures{
    Named{"lcs", Measure::lcs},         Named{"om", Measure::om},
    Named{"omspell", Measure::omspell}, Named{"hamming", Measure::hamming},
    Named{"dhd", Measure::dhd},         Named{"lcp", Measure::lcp},
    Named{"rlcp", Measure::rlcp},       Named{"chi2", Measure::chi2},
    Named{"euclid", Measure::euclid}};
constexpr std::array norms{Named{"none", Norm::none},           Named{"auto", Norm::automatic},
                           Named{"maxlength", Norm::maxlength}, Named{"gmean", Norm::gmean},
                           Named{"maxdist", Norm::maxdist},     Named{"YujianBo", Norm::yujian_bo}};

template <class Table> auto find(const Table& table, std::string_view wanted) {
  std::optional<decltype(table[0].value)> found;
  for (const auto& entry : table)
    if (entry.name == wanted) found = entry.value;
  return found;
}

template <class Table, class Value> std::string_view name_in(const Table& table, Value value) {
  for (const auto& entry : table)
    if (entry.value == value) return entry.name;
  return {};
}

Dissimilarities lcs_normed(const Sequences& s, const DistanceOptions& options,
                           const Progress& progress) {
  return normalise(lcs(s, progress), norm_of(options.measure, options.norm),
                   [&](std::size_t i, std::size_t j) {
                     const auto p = static_cast<double>(s.length(i));
                     const auto q = static_cast<double>(s.length(j));
                     return Limits{p, q, p + q};
                   });
}

} // namespace

std::optional<Measure> measure_named(std::string_view wanted) { return find(measures, wanted); }
std::string_view name(Measure measure) { return name_in(measures, measure); }
std::optional<Norm> norm_named(std::string_view wanted) { return find(norms, wanted); }
std::string_view name(Norm norm) { return name_in(norms, norm); }

void check(const DistanceOptions& o, const Sequences& s) {
  const bool by_month = o.measure == Measure::hamming || o.measure == Measure::dhd;
  if (by_month && !s.equally_long())
    throw InputError(
        {"--distance"},
        fmt::format("{} sets month against month, and the sequences are of unequal length",
                    name(o.measure)),
        "lcs, om, omspell, lcp, rlcp, chi2, euclid");
  const bool of_shares = o.measure == Measure::chi2 || o.measure == Measure::euclid;
  if (of_shares && o.norm != Norm::none && o.norm != Norm::automatic)
    throw InputError({"--norm"}, fmt::format("{} with {}", name(o.norm), name(o.measure)),
                     "none, auto");
  if (of_shares && (o.step < 1 || o.step > s.positions))
    throw InputError({"--step"}, fmt::format("{}", o.step), fmt::format("1 to {}", s.positions));
  if (!(o.expansion >= 0) || std::isinf(o.expansion))
    throw InputError({"--expansion"}, fmt::format("{}", o.expansion), "a number, 0 or above");
  if (s.positions > longest_lcs)
    throw InputError({"sequences"}, fmt::format("{} months", s.positions),
                     fmt::format("at most {}", longest_lcs));
}

bool has_integer_cells(const DistanceOptions& o) {
  if (o.norm != Norm::none) return false;
  switch (o.measure) {
  case Measure::lcs:
  case Measure::lcp:
  case Measure::rlcp: return true;
  case Measure::hamming: return o.costs == CostRule::constant;
  case Measure::om: return o.costs == CostRule::constant && o.indel.value_or(1.0) == 1.0;
  default: return false;
  }
}

Dissimilarities distances(const Sequences& s, const DistanceOptions& o, const Progress& progress) {
  switch (o.measure) {
  case Measure::lcs: return lcs_normed(s, o, progress);
  case Measure::om: return optimal_matching(s, o, progress);
  case Measure::omspell: return optimal_matching_of_spells(s, o, progress);
  case Measure::hamming: return hamming(s, o, progress);
  case Measure::dhd: return dynamic_hamming(s, o, progress);
  case Measure::lcp:
  case Measure::rlcp: return common_prefix(s, o, progress);
  case Measure::chi2:
  case Measure::euclid: return distribution_distance(s, o, progress);
  }
  return {};
}

} // namespace tiltak::sequence
