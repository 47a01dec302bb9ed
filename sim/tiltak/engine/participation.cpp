#include <tiltak/engine/participation.hpp>

#include <algorithm>
#include <iterator>

#include <tiltak/engine/allocation.hpp>

namespace tiltak {

Participation::Participation(const World& policy, Month start)
    : first_start(policy.pair.size(), never), measure(policy.pair.size(), 0),
      long_term(policy.pair.size(), 0) {
  for (std::size_t p = 0; p < long_term.size(); ++p)
    long_term[p] = family(policy.pair_of(p)) == Family::seeking &&
                   start.index - policy.spell_since[p] > long_term_months;
}

MonthOfStarts starts_of(const World& world, const Tally& tally, Month t) {
  MonthOfStarts starts{tally.started, {}};
  for (const MeasureSpell& spell : tally.ended)
    if (spell.how == SpellEnd::cut)
      starts.cut.push_back({spell.person, spell.measure, 0,
                            static_cast<std::int16_t>(t.index - world.spell_since[spell.person])});
  return starts;
}

std::vector<MeasureStart> counting_starts(std::span<const MeasureStart> policy,
                                          std::span<const MeasureStart> other, bool two_budgets) {
  if (!two_budgets) return {policy.begin(), policy.end()};
  const auto before = [](const MeasureStart& a, const MeasureStart& b) {
    return a.person != b.person ? a.person < b.person : a.measure < b.measure;
  };
  std::vector<MeasureStart> counting;
  std::set_difference(policy.begin(), policy.end(), other.begin(), other.end(),
                      std::back_inserter(counting), before);
  std::set_difference(other.begin(), other.end(), policy.begin(), policy.end(),
                      std::back_inserter(counting), before);
  return counting;
}

} // namespace tiltak
