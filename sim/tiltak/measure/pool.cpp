#include <tiltak/measure/pool.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace tiltak {
namespace {

double ore(Money money) { return static_cast<double>(money.ore); }

bool is_flexible(const Measure& m) { return m.provision == Provision::individual; }

// Indices of the group's flexible measures on the post, the dearest first.
std::vector<std::size_t> dearest_first(const Catalogue& catalogue, const MonthTerms& terms,
                                       MeasureGroup group) {
  std::vector<std::size_t> order;
  for (std::size_t m = 0; m < terms.weight.size(); ++m)
    if (terms.weight[m] > 0 && catalogue[m].group == group && is_flexible(catalogue[m]))
      order.push_back(m);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return terms.price[a] > terms.price[b]; });
  return order;
}

// Contracts are for a year and more, and a part of them is renewed every month: what is bought
// follows what is wanted slowly. `cost` by measure becomes the cost of what is bought, and the
// group's flexible measures take the difference: all in proportion while it is a raise or within
// the tolerance of the budget, the dearest first what is cut beyond it.
void bind(Pool& pool, const Catalogue& catalogue, const Frictions& frictions,
          const MonthTerms& terms, MeasureGroup group, std::vector<double>& cost) {
  double all = 0, flexible = 0, difference = 0;
  for (std::size_t m = 0; m < cost.size(); ++m) {
    if (catalogue[m].group != group || terms.weight[m] <= 0) continue;
    all += cost[m];
    if (is_flexible(catalogue[m])) flexible += cost[m];
    if (!catalogue[m].on_contract()) continue;
    const double bought = pool.bought[m] * ore(terms.price[m]);
    difference += bought - cost[m];
    cost[m] = bought;
  }
  if (flexible <= 0) return;
  const auto order = dearest_first(catalogue, terms, group);
  const double alike = std::min({difference, frictions.tolerance * all, flexible});
  for (const std::size_t m : order) cost[m] *= 1 - alike / flexible;
  double beyond = std::max(0.0, difference - alike);
  for (const std::size_t m : order) {
    const double cut = std::min(beyond, cost[m]);
    cost[m] -= cut;
    beyond -= cut;
  }
}

void renew_contracts(Pool& pool, const Catalogue& catalogue, const MonthTerms& terms,
                     const std::vector<double>& cost) {
  const bool first = pool.bought.empty();
  if (first) pool.bought.assign(cost.size(), 0);
  for (std::size_t m = 0; m < cost.size(); ++m) {
    if (!catalogue[m].on_contract() || terms.price[m].ore <= 0) continue;
    const double now = cost[m] / ore(terms.price[m]);
    const double renewed = first ? 1 : 1.0 / std::max(1, catalogue[m].commitment);
    pool.bought[m] += renewed * (now - pool.bought[m]);
  }
}

// Monthly reports arrive a month late: 0 nothing to do, -1 stop, 1 go.
int signal(const Pool& pool, const Frictions& frictions, int month) {
  if (!frictions.stop_and_go || month < 3 || pool.granted.ore <= 0) return 0;
  const double deviation = ore(pool.reported) / ore(pool.granted) - (month - 2) / 12.0;
  if (deviation > frictions.tolerance) return -1;
  return deviation < -frictions.tolerance ? 1 : 0;
}

// Whole places of a real number of them, right on average.
std::int64_t whole(double places, double u) {
  return static_cast<std::int64_t>(std::max(0.0, places) + u);
}

// What new places may cost: now, and when those open that are notified.
struct Room {
  double now, later;
};

// Cuts the places of these measures alike until there is room for them.
void cut_alike(std::vector<std::int64_t>& places, const std::vector<std::size_t>& measures,
               Room& room, const Catalogue& catalogue, const MonthTerms& terms, const Luck& luck) {
  double now = 0, later = 0;
  for (const std::size_t m : measures) {
    const double cost = static_cast<double>(places[m]) * ore(terms.most[m]);
    later += cost;
    if (catalogue[m].notice == 0) now += cost;
  }
  const double part_later = later > room.later ? std::max(0.0, room.later) / later : 1;
  const double part_now = now > room.now ? std::max(0.0, room.now) / now : 1;
  for (const std::size_t m : measures) {
    const bool at_once = catalogue[m].notice == 0;
    const double part = at_once ? std::min(part_now, part_later) : part_later;
    if (part < 1) places[m] = whole(static_cast<double>(places[m]) * part, luck(m, 3));
    const double price = ore(terms.most[m]);
    const double money = std::max(0.0, at_once ? std::min(room.now, room.later) : room.later);
    if (price > 0) places[m] = std::min(places[m], static_cast<std::int64_t>(money / price));
    room.later -= price * static_cast<double>(places[m]);
    if (at_once) room.now -= price * static_cast<double>(places[m]);
  }
}

// Keeps the places that there is room for: what is on contract first, where contracts bind.
void fit(std::vector<std::int64_t>& places, Room room, const Catalogue& catalogue,
         const Frictions& frictions, const MonthTerms& terms, const Luck& luck) {
  std::vector<std::size_t> bound, others;
  for (std::size_t m = 0; m < places.size(); ++m)
    if (terms.weight[m] > 0)
      (frictions.contracts && catalogue[m].on_contract() ? bound : others).push_back(m);
  // By lot, so that rounding favours no measure.
  for (auto* order : {&bound, &others}) {
    std::stable_sort(order->begin(), order->end(),
                     [&](std::size_t a, std::size_t b) { return luck(a, 3) < luck(b, 3); });
    cut_alike(places, *order, room, catalogue, terms, luck);
  }
}

// B29: subsidised starts that employers offer. What they do not offer is used for other flexible
// measures of the group: `wanted` of these is raised, of those lowered to what can run.
std::vector<std::int64_t> offered(const Pool& pool, std::vector<double>& wanted,
                                  const Catalogue& catalogue, const Frictions& frictions,
                                  const MonthTerms& terms, const Luck& luck) {
  std::vector<std::int64_t> offers(wanted.size(), 0);
  std::array<double, 2> unused{}, others{}; // money a month, by group
  const auto group = [&](std::size_t m) { return static_cast<std::size_t>(catalogue[m].group); };
  for (std::size_t m = 0; m < wanted.size(); ++m) {
    const Measure& measure = catalogue[m];
    if (!measure.subsidised) {
      if (is_flexible(measure)) others[group(m)] += wanted[m] * ore(terms.price[m]);
      continue;
    }
    const double normal = wanted[m] * (1 - terms.keeps[m]); // replaces who leaves
    offers[m] = whole(frictions.offers * normal * terms.offers, luck(m, 1));
    const auto most = static_cast<double>(pool.running[m] + offers[m]);
    if (wanted[m] <= most) continue;
    unused[group(m)] += (wanted[m] - most) * ore(terms.price[m]);
    wanted[m] = most;
  }
  for (std::size_t m = 0; m < wanted.size(); ++m)
    if (!catalogue[m].subsidised && is_flexible(catalogue[m]) && others[group(m)] > 0)
      wanted[m] *= 1 + unused[group(m)] / others[group(m)];
  return offers;
}

// B15: after some months of hardly any start case workers ask for less, and come back slowly.
void learn(Pool& pool, const Frictions& frictions, std::int64_t asked) {
  const auto starts = static_cast<double>(asked);
  pool.refusals = starts < 0.5 * pool.usual ? pool.refusals + 1 : 0;
  pool.usual += (starts - pool.usual) / 12;
  pool.appetite = pool.refusals >= frictions.refusals
                      ? frictions.appetite_low
                      : std::min(1.0, pool.appetite + frictions.appetite_recovery);
}

} // namespace

Money month_money(const Pool& pool, const Frictions& frictions, int month) {
  const int left = 13 - month;
  const Money usable = pool.available() - (month < 10 ? pool.late : Money{});
  if (usable.ore <= 0) return {};
  const Money even{usable.ore / left};
  const Money regular{pool.regular.ore / 12};
  if (frictions.lapse) return std::min(even, scale(regular, frictions.rush));
  const Money saved = usable - regular * left;
  return saved.ore > 0 ? regular + Money{saved.ore / 12} : even;
}

std::vector<double> wanted_places(Pool& pool, const Catalogue& catalogue,
                                  const Frictions& frictions, const MonthTerms& terms) {
  const int left = terms.months_left();
  const bool has_late = terms.month >= 10 && pool.late.ore > 0;
  const double late = has_late ? ore(pool.late) / left : 0;
  const double money =
      std::max(0.0, ore(month_money(pool, frictions, terms.month)) - late) / terms.shows;
  std::vector<double> cost(catalogue.size());
  double flexible = 0;
  for (std::size_t m = 0; m < cost.size(); ++m) {
    cost[m] = terms.weight[m] * money;
    if (is_flexible(catalogue[m])) flexible += terms.weight[m];
  }
  renew_contracts(pool, catalogue, terms, cost);
  if (frictions.contracts)
    for (const auto group : {MeasureGroup::job_seekers, MeasureGroup::reduced_capacity})
      bind(pool, catalogue, frictions, terms, group, cost);
  for (std::size_t m = 0; m < cost.size(); ++m) {
    if (has_late && is_flexible(catalogue[m]) && flexible > 0)
      cost[m] += late * terms.weight[m] / flexible;
    cost[m] = terms.price[m].ore > 0 ? cost[m] / ore(terms.price[m]) : 0;
  }
  return cost;
}

std::vector<std::int64_t> new_places(Pool& pool, std::span<const double> wants,
                                     const Catalogue& catalogue, const Frictions& frictions,
                                     const MonthTerms& terms, const Luck& luck) {
  const int sign = signal(pool, frictions, terms.month);
  const bool summer = frictions.season && terms.month >= 6 && terms.month <= 8;
  std::vector<std::int64_t> places(catalogue.size(), 0), offers;
  std::vector<double> wanted(wants.begin(), wants.end());
  if (frictions.employers) offers = offered(pool, wanted, catalogue, frictions, terms, luck);
  for (std::size_t m = 0; m < places.size(); ++m) {
    const Measure& measure = catalogue[m];
    if (terms.weight[m] <= 0) continue;
    double there = static_cast<double>(pool.running[m]); // when new places open
    for (int month = 0; month < measure.notice; ++month) there *= terms.keeps[m];
    double missing = static_cast<double>(whole(wanted[m], luck(m, 0)) - pool.notified[m]) -
                     (measure.notice == 0 ? there : std::floor(there + luck(m, 2)));
    if (is_flexible(measure) && sign < 0) missing = 0;
    if (is_flexible(measure) && sign > 0) missing *= frictions.gain;
    if (frictions.employers && measure.subsidised)
      missing = std::min(missing, static_cast<double>(offers[m]));
    places[m] = std::max<std::int64_t>(0, static_cast<std::int64_t>(missing));
    const double part = (summer ? frictions.summer : 1) * pool.appetite;
    if (part < 1) places[m] = whole(static_cast<double>(places[m]) * part, luck(m, 2));
    if (!frictions.batches) continue;
    const int opens = (terms.month - 1 + measure.notice) % 12;
    if ((measure.intakes >> opens & 1) == 0) places[m] = 0;
    // A pool too small for a batch sends its persons to courses that others fill.
    // A course opens from half full and is filled.
    const std::int64_t batch = terms.batch[m];
    if (wanted[m] >= 2.0 * static_cast<double>(batch))
      places[m] = (places[m] + batch / 2) / batch * batch;
  }
  const Money usable = pool.available() - (terms.month < 10 ? pool.late : Money{});
  const Money month = scale(month_money(pool, frictions, terms.month), 1 / terms.shows);
  const double money = ore(std::min(usable, sign > 0 ? usable : month));
  double notified = 0;
  for (std::size_t m = 0; m < places.size(); ++m)
    if (terms.weight[m] > 0) notified += ore(terms.most[m]) * static_cast<double>(pool.notified[m]);
  fit(places,
      {money - ore(pool.running_cost),
       money - ore(pool.running_cost) * terms.keeps_cost - notified},
      catalogue, frictions, terms, luck);
  if (frictions.caseworkers)
    learn(pool, frictions, std::accumulate(places.begin(), places.end(), std::int64_t{0}));
  return places;
}

} // namespace tiltak
