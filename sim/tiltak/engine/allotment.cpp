#include <tiltak/engine/allotment.hpp>

#include <algorithm>
#include <numeric>

#include <tiltak/core/exact.hpp>
#include <tiltak/measure/flow.hpp>

namespace tiltak {
namespace {

constexpr std::size_t nothing = most_measures;

} // namespace

std::size_t gain_class(const Candidate& who) {
  return prospect_bin(static_cast<double>(who.prospect)) * effect_group_sets + who.groups;
}

// Draws a measure that the person is eligible for, in proportion to the places left, and takes one
// of them. In a chain it is of another type, and the one that usually follows if it has a place.
std::size_t Allotment::take(const Candidate& who, FreePlaces& left) const {
  const std::size_t last = who.chain ? who.last_measure - 1u : nothing;
  if (last != nothing)
    if (const std::size_t next = catalogue_[last].leads_to;
        next < left.size() && left[next] > 0 && may(who, next)) {
      --left[next];
      return next;
    }
  std::int64_t total = 0;
  for (std::size_t m = 0; m < left.size(); ++m)
    if (m != last && left[m] > 0 && may(who, m)) total += left[m];
  if (total == 0) return nothing;
  const double u = draws_.uniform(PersonId{who.person}, t_.index, Purpose::measure);
  auto ticket = static_cast<std::int64_t>(u * static_cast<double>(total));
  for (std::size_t m = 0; m < left.size(); ++m) {
    if (m == last || left[m] <= 0 || !may(who, m)) continue;
    if (ticket < left[m]) {
      --left[m];
      return m;
    }
    ticket -= left[m];
  }
  return nothing;
}

// B26: where caseloads are high the longer of the planned durations are chosen. B20: some of those
// with reduced capacity on contract places do not fit and leave before the time.
void Allotment::give(const Candidate& who, std::size_t m) {
  const Measure& measure = catalogue_[m];
  const Frictions& frictions = plan_.budget.frictions;
  const PersonId id{who.person};
  double u = draws_.uniform(id, t_.index, Purpose::duration);
  if (longer_ != 1) u = exact::pow(u, longer_);
  const int width = measure.planned_max - measure.planned_min + 1;
  const auto months = static_cast<std::uint8_t>(measure.planned_min + static_cast<int>(u * width));
  std::uint8_t drops = 0;
  if (frictions.mismatch && measure.on_contract() &&
      measure.group == MeasureGroup::reduced_capacity) {
    const double v = draws_.uniform(id, t_.index, Purpose::drop_out);
    if (v < frictions.mismatch_share && months > 1)
      drops = static_cast<std::uint8_t>(1 + v / frictions.mismatch_share * (months - 1));
  }
  starts.push_back({who.person, static_cast<std::uint8_t>(m), months, drops, who.pool});
}

void Allotment::in_order(std::span<const Candidate> queue, std::size_t chosen, FreePlaces left) {
  if (chosen == 0) return;
  std::vector<bool> placed(queue.size(), false);
  std::size_t given = 0;
  if (plan_.budget.frictions.selective_suppliers) given = select(queue.first(chosen), left, placed);
  for (std::size_t k = 0; k < queue.size() && given < chosen; ++k) {
    if (placed[k]) continue;
    if (const std::size_t m = take(queue[k], left); m != nothing) {
      give(queue[k], m);
      ++given;
    }
  }
}

// B27: suppliers with result targets take those with the best prospects of whom offices send: their
// places go first, by a race with the prospects as weights.
std::size_t Allotment::select(std::span<const Candidate> sent, FreePlaces& left,
                              std::vector<bool>& placed) {
  FreePlaces tendered(left.size(), 0);
  for (std::size_t m = 0; m < left.size(); ++m)
    if (catalogue_[m].provision == Provision::tendered) std::swap(tendered[m], left[m]);
  std::vector<std::pair<double, std::size_t>> race;
  for (std::size_t k = 0; k < sent.size(); ++k) {
    const double u = draws_.uniform(PersonId{sent[k].person}, t_.index, Purpose::placement, 0);
    const auto hope = static_cast<double>(sent[k].prospect);
    race.emplace_back(-exact::log(u) / std::max(1e-9, hope), k);
  }
  std::sort(race.begin(), race.end());
  std::size_t given = 0;
  for (const auto& [key, k] : race)
    if (const std::size_t m = take(sent[k], tendered); m != nothing) {
      give(sent[k], m);
      placed[k] = true;
      ++given;
    }
  for (std::size_t m = 0; m < left.size(); ++m) left[m] += tendered[m];
  return given;
}

void Allotment::by_gain(std::span<const Candidate> queue, std::span<const std::int64_t> persons,
                        FreePlaces left, bool greedy) {
  const std::size_t measures = left.size();
  std::vector<std::vector<const Candidate*>> members(gain_classes);
  for (const Candidate& who : queue) members[gain_class(who)].push_back(&who);
  std::vector<double> gain(gain_classes * measures, 0);
  for (std::size_t c = 0; c < gain_classes; ++c)
    for (std::size_t m = 0; m < measures; ++m)
      gain[c * measures + m] = gains_.at(c / effect_group_sets, c % effect_group_sets, m);
  std::vector<std::size_t> order(gain.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return gain[a] > gain[b]; });
  const auto flow = greedy ? std::vector<std::int64_t>{}
                           : best_flow(gain, {persons.begin(), persons.end()}, left);
  for (const std::size_t pair : order) {
    const std::size_t m = pair % measures;
    std::int64_t quota = greedy ? left[m] : flow[pair];
    std::erase_if(members[pair / measures], [&](const Candidate* who) {
      if (quota == 0 || !may(*who, m)) return false;
      give(*who, m);
      --left[m];
      --quota;
      return true;
    });
  }
}

} // namespace tiltak
