#include <tiltak/engine/participation.hpp>

#include <algorithm>
#include <iterator>
#include <tuple>

#include <tiltak/engine/allocation.hpp>
#include <tiltak/engine/placement.hpp>

namespace tiltak {

Participation::Participation(const World& policy, Month start)
    : first_start(policy.pair.size(), never), measure(policy.pair.size(), 0),
      long_term(policy.pair.size(), 0),
      reached(policy.pair.size(), static_cast<std::uint8_t>(Phase::untouched)),
      reached_in(policy.pair.size(), never), differs(policy.pair.size(), 0) {
  for (std::size_t p = 0; p < long_term.size(); ++p)
    long_term[p] = family(policy.pair_of(p)) == Family::seeking &&
                   start.index - policy.spell_since[p] > long_term_months;
}

void Participation::reach(std::uint32_t p, Phase how, Month t) {
  if (reached[p] != static_cast<std::uint8_t>(Phase::untouched)) return;
  reached[p] = static_cast<std::uint8_t>(how);
  reached_in[p] = static_cast<std::int16_t>(t.index);
}

MonthOfStarts starts_of(const World& world, const Tally& tally, const Decisions& decisions,
                        Month t) {
  MonthOfStarts starts{tally.started, {}, decisions.relabelled, decisions.cuts};
  for (const MeasureSpell& spell : tally.ended)
    if (spell.how == SpellEnd::cut)
      starts.cut.push_back({spell.person, spell.measure, 0, 0,
                            static_cast<std::int16_t>(t.index - world.spell_since[spell.person])});
  for (const DropOut& one : decisions.drop_outs) starts.ended.push_back(one.person);
  std::sort(starts.ended.begin(), starts.ended.end());
  starts.ended.erase(std::unique(starts.ended.begin(), starts.ended.end()), starts.ended.end());
  return starts;
}

std::vector<MeasureStart> counting_starts(std::span<const MeasureStart> policy,
                                          std::span<const MeasureStart> other, bool two_budgets) {
  if (!two_budgets) return {policy.begin(), policy.end()};
  const auto before = [](const MeasureStart& a, const MeasureStart& b) {
    return std::tie(a.person, a.measure, a.months) < std::tie(b.person, b.measure, b.months);
  };
  std::vector<MeasureStart> counting;
  std::set_difference(policy.begin(), policy.end(), other.begin(), other.end(),
                      std::back_inserter(counting), before);
  std::set_difference(other.begin(), other.end(), policy.begin(), policy.end(),
                      std::back_inserter(counting), before);
  return counting;
}

} // namespace tiltak
