#include <tiltak/engine/allocation.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <numeric>

#include <tiltak/engine/allotment.hpp>
#include <tiltak/engine/country_queue.hpp>

namespace tiltak {
namespace {

// A queue and the places that are for it.
struct Line {
  std::size_t pool, group;
  FreePlaces places;
  std::int64_t persons; // who wait, in the country
  std::span<Candidate> here; // of these, the persons of this process

  // Age rules can pass somebody over, so that a few more than the places are looked at.
  std::size_t chosen() const {
    return static_cast<std::size_t>(
        std::min(persons, std::accumulate(places.begin(), places.end(), std::int64_t{0})));
  }
  std::size_t look() const {
    const std::size_t n = chosen();
    return n == 0 ? 0 : std::min(static_cast<std::size_t>(persons), n + n / 2 + 8);
  }
};

FreePlaces of_group(const Catalogue& catalogue, std::span<const std::int64_t> places,
                    std::size_t group) {
  FreePlaces out(catalogue.size(), 0);
  for (std::size_t m = 0; m < catalogue.size(); ++m)
    if (static_cast<std::size_t>(catalogue[m].group) == group) out[m] = places[m];
  return out;
}

bool any(const FreePlaces& places) {
  return std::any_of(places.begin(), places.end(), [](std::int64_t n) { return n > 0; });
}

// Who could get a place by gains: of each class and age the first by lot, as many as there are
// places, since whoever of these is passed over makes way for another of them.
std::vector<Candidate> first_of_classes(const Choosing& choosing, Month t, const World& world,
                                        const Line& line, std::span<std::int64_t> persons) {
  std::sort(line.here.begin(), line.here.end()); // by lot, where the rule is about gains
  const std::int64_t most =
      std::accumulate(line.places.begin(), line.places.end(), std::int64_t{0});
  std::map<std::pair<std::size_t, std::uint8_t>, std::int64_t> seen;
  std::vector<Candidate> first;
  for (Candidate who : line.here) {
    describe(choosing, t, world, who);
    const std::size_t c = gain_class(who);
    ++persons[c];
    if (++seen[{c, who.age}] <= most) first.push_back(who);
  }
  return first;
}

void place_by_gain(Allotment& allotment, const Choosing& choosing, Month t, const World& world,
                   const std::vector<Line>& lines, bool greedy) {
  std::vector<std::int64_t> persons(lines.size() * gain_classes, 0);
  const auto of_line = [&](std::size_t k) {
    return std::span(persons).subspan(k * gain_classes, gain_classes);
  };
  std::vector<std::vector<Candidate>> queues;
  for (std::size_t k = 0; k < lines.size(); ++k)
    queues.push_back(first_of_classes(choosing, t, world, lines[k], of_line(k)));
  choosing.company.sum(persons);
  queues = joined(choosing.company, queues);
  for (std::size_t k = 0; k < lines.size(); ++k)
    allotment.by_gain(queues[k], of_line(k), lines[k].places, greedy);
}

void place_in_order(Allotment& allotment, const Choosing& choosing, Month t, const World& world,
                    const std::vector<Line>& lines) {
  std::vector<Queue> queues;
  for (const Line& line : lines) queues.push_back({line.here, line.look()});
  const auto first = first_in_country(choosing, t, world, queues);
  for (std::size_t k = 0; k < lines.size(); ++k)
    allotment.in_order(first[k], lines[k].chosen(), lines[k].places);
}

// Those of this process who wait for places outside the post, group by group.
using Waiting = std::array<std::vector<Candidate>, 2>;

// Places outside the post go to the first of the whole country.
std::vector<Line> lines_elsewhere(const Choosing& choosing, const Orders& orders, Candidates& queue,
                                  Waiting& waiting) {
  std::vector<Line> lines;
  for (std::size_t group = 0; group < 2; ++group) {
    FreePlaces places = of_group(choosing.plan.measures, orders.elsewhere, group);
    if (!any(places)) continue;
    std::int64_t persons = 0;
    for (std::size_t j = 0; j < choosing.pools.size(); ++j) {
      persons += queue.counts[2 * j + group];
      const auto here = queue.of(j, group);
      waiting[group].insert(waiting[group].end(), here.begin(), here.end());
    }
    lines.push_back({0, group, std::move(places), persons, waiting[group]});
  }
  return lines;
}

// Those on the post, pool by pool; nobody waits any more who has got one outside it.
std::vector<Line> lines_of_pools(const Choosing& choosing, const Orders& orders, Candidates& queue,
                                 const std::vector<Start>& elsewhere) {
  const Catalogue& catalogue = choosing.plan.measures;
  std::vector<std::uint32_t> taken;
  std::vector<std::int64_t> persons = queue.counts;
  for (const Start& start : elsewhere) {
    taken.push_back(start.person);
    --persons[start.pool * std::size_t{2} +
              static_cast<std::size_t>(catalogue[start.measure].group)];
  }
  std::sort(taken.begin(), taken.end());
  const auto first = static_cast<std::uint32_t>(choosing.people.first);
  std::vector<Line> lines;
  for (std::size_t group = 0; group < 2; ++group)
    for (std::size_t j = 0; j < choosing.pools.size(); ++j) {
      const auto here_only =
          std::span(orders.by_pool).subspan(j * catalogue.size(), catalogue.size());
      FreePlaces places = of_group(catalogue, here_only, group);
      if (!any(places)) continue;
      const auto here = queue.of(j, group);
      const auto rest = std::stable_partition(here.begin(), here.end(), [&](const Candidate& who) {
        return !std::binary_search(taken.begin(), taken.end(), who.person + first);
      });
      lines.push_back({j, group, std::move(places), persons[2 * j + group],
                       here.first(static_cast<std::size_t>(rest - here.begin()))});
    }
  return lines;
}

} // namespace

std::vector<Start> allocate(const Choosing& choosing, Month t, const World& world,
                            const Orders& orders, Candidates& queue, const Gains& gains,
                            double caseload) {
  Allotment allotment(choosing, t, gains, caseload);
  Waiting waiting;
  place_in_order(allotment, choosing, t, world, lines_elsewhere(choosing, orders, queue, waiting));
  const auto lines = lines_of_pools(choosing, orders, queue, allotment.starts);
  const AllocationRule rule = choosing.plan.allocation.rule;
  if (rule == AllocationRule::effect || rule == AllocationRule::optimal)
    place_by_gain(allotment, choosing, t, world, lines, rule == AllocationRule::effect);
  else
    place_in_order(allotment, choosing, t, world, lines);
  std::sort(allotment.starts.begin(), allotment.starts.end(),
            [](const Start& a, const Start& b) { return a.person < b.person; });
  return std::move(allotment.starts);
}

} // namespace tiltak
