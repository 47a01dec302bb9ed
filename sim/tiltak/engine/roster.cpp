#include <tiltak/engine/roster.hpp>

#include <algorithm>

namespace tiltak {

void Roster::update(const Tally& tally, const World& world, const Catalogue& catalogue,
                    const Pools& pools, const Frictions& frictions) {
  std::vector<std::uint32_t> ended;
  for (const MeasureSpell& spell : tally.ended) ended.push_back(spell.person);
  std::sort(ended.begin(), ended.end());
  auto gone = ended.begin();
  std::erase_if(participants_, [&](const Participant& one) {
    while (gone != ended.end() && *gone < one.person) ++gone;
    return gone != ended.end() && *gone == one.person;
  });
  joined_.clear();
  for (const MeasureStart& start : tally.started) {
    const Measure& measure = catalogue[start.measure];
    Money allowance;
    if (pays_allowance(measure)) {
      allowance = -frictions.benefit_in(measure.price);
      if (frictions.benefit_crowding && start.benefit == 0) allowance += frictions.benefit;
    }
    joined_.push_back({start.person, pools.of[start.person], start.measure,
                       world.measure_start[start.person], world.measure_end[start.person],
                       allowance.ore});
  }
  const auto before = [](const Participant& a, const Participant& b) {
    return a.person < b.person;
  };
  merged_.clear();
  merged_.reserve(participants_.size() + joined_.size());
  std::merge(participants_.begin(), participants_.end(), joined_.begin(), joined_.end(),
             std::back_inserter(merged_), before);
  participants_.swap(merged_);
}

void Roster::assign(const Pools& pools) {
  for (Participant& one : participants_) one.pool = pools.of[one.person];
}

bool pays_allowance(const Measure& m) {
  return m.group == MeasureGroup::job_seekers && !m.subsidised && m.post == Post::post_76;
}

Money cost_of(const Participant& one, const Catalogue& catalogue, Month t) {
  return catalogue[one.measure].price_at(t.index - one.start) + Money{one.allowance};
}

} // namespace tiltak
