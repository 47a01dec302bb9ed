#include <tiltak/engine/allocation.hpp>

#include <algorithm>
#include <numeric>

#include <tiltak/core/exact.hpp>
#include <tiltak/measure/flow.hpp>

namespace tiltak {
namespace {

using Free = std::vector<std::int64_t>; // places left, by measure

class Allocation {
public:
  Allocation(const Choosing& choosing, Month t, const World& world, const Gains& gains,
             double caseload)
      : choosing_(choosing), catalogue_(choosing.plan.measures), t_(t), world_(world),
        gains_(gains) {
    const Frictions& frictions = choosing.plan.budget.frictions;
    if (frictions.staff && caseload > 0) longer_ = exact::pow(caseload, -frictions.staff_strength);
  }

  // The first of `queue` get the places, as many as there are.
  void in_order(std::span<Candidate> queue, Free left);
  // The places go where the sum of gains is largest; `greedy`: to one person after another, those
  // with the largest gain first.
  void by_gain(std::span<Candidate> queue, Free left, bool greedy);

  std::vector<Start> starts;

private:
  bool may(const Candidate& who, std::size_t m) const {
    return catalogue_[m].is_eligible(choosing_.people.age(who.person, t_));
  }
  std::size_t take(const Candidate& who, Free& left) const;
  void give(const Candidate& who, std::size_t m);
  std::size_t select(std::span<const Candidate> sent, Free& left, std::vector<bool>& placed);
  std::size_t class_of(const Candidate& who) const;

  const Choosing& choosing_;
  const Catalogue& catalogue_;
  Month t_;
  const World& world_;
  const Gains& gains_;
  double longer_ = 1; // power of the uniform that chooses a duration (B26)
};

constexpr std::size_t nothing = most_measures;

// Draws a measure that the person is eligible for, in proportion to the places left, and takes one
// of them. In a chain it is of another type, and the one that usually follows if it has a place.
std::size_t Allocation::take(const Candidate& who, Free& left) const {
  const std::size_t last = who.chain ? world_.last_measure[who.person] - 1u : nothing;
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
  const double u = choosing_.draws.uniform(PersonId{who.person}, t_.index, Purpose::measure);
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
void Allocation::give(const Candidate& who, std::size_t m) {
  const Measure& measure = catalogue_[m];
  const Frictions& frictions = choosing_.plan.budget.frictions;
  const PersonId id{who.person};
  double u = choosing_.draws.uniform(id, t_.index, Purpose::duration);
  if (longer_ != 1) u = exact::pow(u, longer_);
  const int width = measure.planned_max - measure.planned_min + 1;
  const auto months = static_cast<std::uint8_t>(measure.planned_min + static_cast<int>(u * width));
  std::uint8_t drops = 0;
  if (frictions.mismatch && measure.on_contract() &&
      measure.group == MeasureGroup::reduced_capacity) {
    const double v = choosing_.draws.uniform(id, t_.index, Purpose::drop_out);
    if (v < frictions.mismatch_share && months > 1)
      drops = static_cast<std::uint8_t>(1 + v / frictions.mismatch_share * (months - 1));
  }
  starts.push_back({who.person, static_cast<std::uint8_t>(m), months, drops});
}

void Allocation::in_order(std::span<Candidate> queue, Free left) {
  const auto total =
      static_cast<std::size_t>(std::accumulate(left.begin(), left.end(), std::int64_t{0}));
  const std::size_t chosen = std::min(queue.size(), total);
  if (chosen == 0) return;
  // Age rules can pass somebody over, so that a few more than the places are looked at.
  const std::size_t look = std::min(queue.size(), chosen + chosen / 2 + 8);
  first_in_order(choosing_, t_, world_, queue, look);
  std::vector<bool> placed(look, false);
  std::size_t given = 0;
  if (choosing_.plan.budget.frictions.selective_suppliers)
    given = select(queue.first(chosen), left, placed);
  for (std::size_t k = 0; k < look && given < chosen; ++k) {
    if (placed[k]) continue;
    if (const std::size_t m = take(queue[k], left); m != nothing) {
      give(queue[k], m);
      ++given;
    }
  }
}

// B27: suppliers with result targets take those with the best prospects of whom offices send: their
// places go first, by a race with the prospects as weights.
std::size_t Allocation::select(std::span<const Candidate> sent, Free& left,
                               std::vector<bool>& placed) {
  Free tendered(left.size(), 0);
  for (std::size_t m = 0; m < left.size(); ++m)
    if (catalogue_[m].provision == Provision::tendered) std::swap(tendered[m], left[m]);
  std::vector<std::pair<double, std::size_t>> race;
  for (std::size_t k = 0; k < sent.size(); ++k) {
    const double u =
        choosing_.draws.uniform(PersonId{sent[k].person}, t_.index, Purpose::placement, 0);
    const auto hope = static_cast<double>(prospect(choosing_, world_, sent[k].person, t_));
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

std::size_t Allocation::class_of(const Candidate& who) const {
  const std::size_t p = who.person;
  return prospect_bin(static_cast<double>(who.prospect)) * effect_group_sets +
         effect_group_set(choosing_.types[p] / base_types, choosing_.people.origin(p),
                          choosing_.people.education(p));
}

void Allocation::by_gain(std::span<Candidate> queue, Free left, bool greedy) {
  constexpr std::size_t classes = prospect_bins * effect_group_sets;
  const std::size_t measures = left.size();
  std::vector<std::vector<const Candidate*>> members(classes);
  std::sort(queue.begin(), queue.end()); // by lot, where the rule is about gains
  for (const Candidate& who : queue) members[class_of(who)].push_back(&who);
  std::vector<double> gain(classes * measures, 0);
  std::vector<std::int64_t> persons(classes);
  for (std::size_t c = 0; c < classes; ++c) {
    persons[c] = static_cast<std::int64_t>(members[c].size());
    for (std::size_t m = 0; m < measures; ++m)
      gain[c * measures + m] = gains_.at(c / effect_group_sets, c % effect_group_sets, m);
  }
  std::vector<std::size_t> order(gain.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return gain[a] > gain[b]; });
  const auto flow = greedy ? std::vector<std::int64_t>{} : best_flow(gain, persons, left);
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

Free of_group(const Catalogue& catalogue, std::span<const std::int64_t> places, std::size_t group) {
  Free out(catalogue.size(), 0);
  for (std::size_t m = 0; m < catalogue.size(); ++m)
    if (static_cast<std::size_t>(catalogue[m].group) == group) out[m] = places[m];
  return out;
}

bool any(const Free& places) {
  return std::any_of(places.begin(), places.end(), [](std::int64_t n) { return n > 0; });
}

// Places outside the post go to the first of the whole country. Gives who got one, ascending.
std::vector<std::uint32_t> place_elsewhere(Allocation& allocation, const Pools& pools,
                                           Candidates& queue, std::size_t group, Free places) {
  std::vector<Candidate> country;
  for (std::size_t j = 0; j < pools.size(); ++j)
    for (const Candidate& who : queue.of(j, group)) country.push_back(who);
  const std::size_t from = allocation.starts.size();
  allocation.in_order(country, std::move(places));
  std::vector<std::uint32_t> taken;
  for (std::size_t k = from; k < allocation.starts.size(); ++k)
    taken.push_back(allocation.starts[k].person);
  std::sort(taken.begin(), taken.end());
  return taken;
}

} // namespace

std::vector<Start> allocate(const Choosing& choosing, Month t, const World& world,
                            const Orders& orders, Candidates& queue, const Gains& gains,
                            double caseload) {
  Allocation allocation(choosing, t, world, gains, caseload);
  const Catalogue& catalogue = choosing.plan.measures;
  const AllocationRule rule = choosing.plan.allocation.rule;
  const bool gainful = rule == AllocationRule::effect || rule == AllocationRule::optimal;
  for (std::size_t group = 0; group < 2; ++group) {
    std::vector<std::uint32_t> taken;
    if (Free places = of_group(catalogue, orders.elsewhere, group); any(places))
      taken = place_elsewhere(allocation, choosing.pools, queue, group, std::move(places));
    for (std::size_t j = 0; j < choosing.pools.size(); ++j) {
      const auto here_only =
          std::span(orders.by_pool).subspan(j * catalogue.size(), catalogue.size());
      Free places = of_group(catalogue, here_only, group);
      if (!any(places)) continue;
      auto here = queue.of(j, group);
      const auto rest = std::stable_partition(here.begin(), here.end(), [&](const Candidate& who) {
        return !std::binary_search(taken.begin(), taken.end(), who.person);
      });
      here = here.first(static_cast<std::size_t>(rest - here.begin()));
      if (gainful)
        allocation.by_gain(here, std::move(places), rule == AllocationRule::effect);
      else
        allocation.in_order(here, std::move(places));
    }
  }
  std::sort(allocation.starts.begin(), allocation.starts.end(),
            [](const Start& a, const Start& b) { return a.person < b.person; });
  return std::move(allocation.starts);
}

} // namespace tiltak
