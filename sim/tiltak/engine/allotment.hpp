// Places given to those who are first in a queue, one after another: which measure each of them
// gets, for how long, and who is passed over. Knows of persons what stands in the queue, since they
// may live on another rank.
#pragma once

#include <span>
#include <vector>

#include <tiltak/core/exact.hpp>
#include <tiltak/engine/candidates.hpp>
#include <tiltak/engine/transitions.hpp>
#include <tiltak/measure/gains.hpp>

namespace tiltak {

using FreePlaces = std::vector<std::int64_t>; // left, by measure

// Persons alike as far as gains are concerned: by prospects and effect groups.
constexpr std::size_t gain_classes = prospect_bins * effect_group_sets;
std::size_t gain_class(const Candidate& who);

class Allotment {
public:
  // The arguments outlive it. `caseload`: registered persons relative to normal.
  Allotment(const Choosing& choosing, Month t, const Gains& gains, double caseload)
      : plan_(choosing.plan), catalogue_(choosing.plan.measures), t_(t),
        draws_(choosing.draws.country()), gains_(gains) {
    const Frictions& frictions = choosing.plan.budget.frictions;
    if (frictions.staff && caseload > 0) longer_ = exact::pow(caseload, -frictions.staff_strength);
  }

  // The first of `queue`, who are looked at, get the places, as many as there are.
  void in_order(std::span<const Candidate> queue, std::size_t chosen, FreePlaces left);
  // The places go where the sum of gains is largest; `greedy`: to one person after another, those
  // with the largest gain first. `queue` by lot; `persons` by class, in the country.
  void by_gain(std::span<const Candidate> queue, std::span<const std::int64_t> persons,
               FreePlaces left, bool greedy);

  std::vector<Start> starts; // given so far, by the numbers in the country

private:
  bool may(const Candidate& who, std::size_t m) const { return catalogue_[m].is_eligible(who.age); }
  std::size_t take(const Candidate& who, FreePlaces& left) const;
  void give(const Candidate& who, std::size_t m);
  std::size_t select(std::span<const Candidate> sent, FreePlaces& left, std::vector<bool>& placed);

  const Plan& plan_;
  const Catalogue& catalogue_;
  Month t_;
  Draws draws_; // of the country
  const Gains& gains_;
  double longer_ = 1; // power of the uniform that chooses a duration (B26)
};

} // namespace tiltak
