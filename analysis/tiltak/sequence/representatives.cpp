#include <tiltak/sequence/representatives.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

#include <tiltak/core/parallel.hpp>
#include <tiltak/sequence/likelihood.hpp>

namespace tiltak::sequence {
namespace {

struct NamedCriterion {
  std::string_view name;
  RepresentativeCriterion criterion;
};
constexpr std::array criteria{NamedCriterion{"density", RepresentativeCriterion::density},
                              NamedCriterion{"frequency", RepresentativeCriterion::frequency},
                              NamedCriterion{"centrality", RepresentativeCriterion::centrality},
                              NamedCriterion{"likelihood", RepresentativeCriterion::likelihood}};

// The set by itself: numbers 0..size-1 are places in `members`.
struct Set {
  const Dissimilarities& d;
  const std::vector<std::uint32_t>& members;
  std::vector<double> weight;
  double total = 0;

  std::size_t size() const { return members.size(); }
  double at(std::size_t i, std::size_t j) const { return d.at(members[i], members[j]); }
};

// value(j, distance) summed over the set, for each of it.
template <class Value> std::vector<double> sums(const Set& set, const Value& value) {
  std::vector<double> result(set.size());
  parallel::for_blocks(set.size(), 64, [&](std::size_t begin, std::size_t end, std::size_t) {
    for (std::size_t i = begin; i < end; ++i)
      for (std::size_t j = 0; j < set.size(); ++j) result[i] += value(j, set.at(i, j));
  });
  return result;
}

double largest_in(const Set& set) {
  std::vector<double> largest(set.size(), 0.0);
  parallel::for_blocks(set.size(), 64, [&](std::size_t begin, std::size_t end, std::size_t) {
    for (std::size_t i = begin; i < end; ++i)
      for (std::size_t j = 0; j < i; ++j) largest[i] = std::max(largest[i], set.at(i, j));
  });
  return *std::max_element(largest.begin(), largest.end());
}

std::vector<double> scores(const Sequences& rows, const Set& set, RepresentativeCriterion criterion,
                           double radius) {
  switch (criterion) {
  case RepresentativeCriterion::density:
    return sums(set, [&](std::size_t j, double d) { return d < radius ? set.weight[j] : 0.0; });
  case RepresentativeCriterion::frequency:
    return sums(set, [&](std::size_t j, double d) { return d == 0 ? set.weight[j] : 0.0; });
  case RepresentativeCriterion::centrality:
    return sums(set, [&](std::size_t j, double d) { return set.weight[j] * d; });
  case RepresentativeCriterion::likelihood: break;
  }
  return negative_log_likelihood(select(rows, set.members));
}

std::vector<std::uint32_t> order(const std::vector<double>& scores, bool highest_first) {
  std::vector<std::uint32_t> places(scores.size());
  std::iota(places.begin(), places.end(), 0u);
  std::stable_sort(places.begin(), places.end(), [&](std::uint32_t a, std::uint32_t b) {
    return highest_first ? scores[a] > scores[b] : scores[a] < scores[b];
  });
  return places;
}

// Takes candidates in order until enough is covered.
std::vector<std::uint32_t> take(const Set& set, const std::vector<std::uint32_t>& candidates,
                                const RepresentativeOptions& options, Representatives& result) {
  std::vector<std::uint32_t> taken;
  std::vector<bool> covered(set.size(), false);
  double weight = 0;
  for (const std::uint32_t c : candidates) {
    const auto far = [&](std::uint32_t other) { return set.at(c, other) > result.radius; };
    if (!std::all_of(taken.begin(), taken.end(), far)) continue;
    taken.push_back(c);
    for (std::size_t j = 0; j < set.size(); ++j) {
      if (covered[j] || !(set.at(c, j) < result.radius)) continue;
      covered[j] = true;
      weight += set.weight[j];
    }
    result.coverage = weight / set.total;
    if (result.coverage >= options.coverage) break;
  }
  return taken;
}

// Half the weighted mean distance of all ordered pairs of the members for whom use(i) is true.
template <class Use> double discrepancy(const Set& set, const Use& use) {
  std::vector<std::size_t> chosen;
  double weight = 0;
  for (std::size_t i = 0; i < set.size(); ++i)
    if (use(i)) {
      chosen.push_back(i);
      weight += set.weight[i];
    }
  const double sum =
      parallel::reduce_blocks(chosen.size(), 64, 0.0, [&](std::size_t begin, std::size_t end) {
        double part = 0;
        for (std::size_t a = begin; a < end; ++a)
          for (std::size_t b = 0; b < a; ++b)
            part += set.weight[chosen[a]] * set.weight[chosen[b]] * set.at(chosen[a], chosen[b]);
        return part;
      });
  return weight > 0 ? sum / (weight * weight) : 0.0;
}

void finish(Representative& r) {
  r.mean_distance = r.distance / r.assigned;
  r.quality = 100 * (r.centre_distance - r.distance) / r.centre_distance;
}

void describe(const Set& set, const std::vector<std::uint32_t>& taken,
              const std::vector<double>& score, Representatives& result) {
  const auto distances = sums(set, [&](std::size_t j, double d) { return set.weight[j] * d; });
  result.total.discrepancy = discrepancy(set, [](std::size_t) { return true; });
  std::vector<std::size_t> of(set.size(), 0);
  for (std::size_t i = 0; i < set.size(); ++i)
    for (std::size_t r = 1; r < taken.size(); ++r)
      if (set.at(i, taken[r]) < set.at(i, taken[of[i]])) of[i] = r;
  result.all.resize(taken.size());
  for (std::size_t i = 0; i < set.size(); ++i) {
    const double w = set.weight[i];
    const double d = set.at(i, taken[of[i]]);
    const double centre = w * (distances[i] / set.total - result.total.discrepancy);
    for (Representative* r : {&result.all[of[i]], &result.total}) {
      r->assigned += w;
      r->within += d < result.radius ? w : 0.0;
      r->distance += w * d;
      r->centre_distance += centre;
    }
  }
  for (std::size_t r = 0; r < taken.size(); ++r) {
    result.all[r].row = set.members[taken[r]];
    result.all[r].score = score[taken[r]];
    result.all[r].discrepancy = discrepancy(set, [&](std::size_t i) { return of[i] == r; });
    finish(result.all[r]);
  }
  finish(result.total);
}

} // namespace

std::optional<RepresentativeCriterion> criterion_named(std::string_view wanted) {
  for (const NamedCriterion& n : criteria)
    if (n.name == wanted) return n.criterion;
  return {};
}

std::string_view name(RepresentativeCriterion criterion) {
  for (const NamedCriterion& n : criteria)
    if (n.criterion == criterion) return n.name;
  return {};
}

Representatives representatives(const Sequences& rows, const Dissimilarities& d,
                                const std::vector<std::uint32_t>& members,
                                const RepresentativeOptions& options, double largest_overall) {
  Set set{d, members, {}, 0.0};
  for (const std::uint32_t m : members) {
    set.weight.push_back(rows.weight(m));
    set.total += rows.weight(m);
  }
  Representatives result;
  result.largest = options.radius_of == RadiusOf::overall ? largest_overall : largest_in(set);
  result.radius = result.largest * options.radius;
  const std::vector<double> score = scores(rows, set, options.criterion, result.radius);
  const bool highest_first = options.criterion == RepresentativeCriterion::density ||
                             options.criterion == RepresentativeCriterion::frequency;
  const auto taken = take(set, order(score, highest_first), options, result);
  describe(set, taken, score, result);
  return result;
}

} // namespace tiltak::sequence
