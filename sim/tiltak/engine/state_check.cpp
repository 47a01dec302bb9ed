#include <tiltak/engine/state_check.hpp>

#include <algorithm>

#include <tiltak/core/archive.hpp>
#include <tiltak/state/readout.hpp>

namespace tiltak {
namespace {

bool on_measure(Pair pair) {
  const Registration now = facts(pair).registration;
  return now == Registration::measure || now == Registration::reduced_measure;
}

template <class Column> bool all_below(const Column& column, std::size_t end) {
  return std::all_of(column.begin(), column.end(), [&](auto x) { return x < end; });
}

template <class... Columns> bool of_size(std::size_t n, const Columns&... columns) {
  return ((columns.size() == n) && ...);
}

bool ascending(std::span<const std::uint32_t> persons) {
  return std::adjacent_find(persons.begin(), persons.end(), std::greater_equal<>{}) ==
         persons.end();
}

} // namespace

// Sees what only friends see.
struct StateCheck {
  const Loader& loader;
  std::size_t persons, measures, pools, segments, classes;

  StateCheck(const Common& common, const Loader& l)
      : loader(l), persons(common.people.size()), measures(common.plan.measures.size()),
        pools(common.pools.size()), segments(common.setting.segments),
        classes(common.effects.classes()) {}

  void columns(const World& w, Month now) const {
    loader.check(
        of_size(persons, w.pair, w.segment, w.since, w.spell_since, w.benefit, w.measure) &&
            of_size(persons, w.notified, w.measure_start, w.measure_end, w.last_measure,
                    w.measure_left, w.bound, w.effect, w.search, w.due),
        "a world has more or fewer persons");
    loader.check(all_below(w.pair, pair_count) && all_below(w.segment, segments) &&
                     all_below(w.measure, measures + 1) && all_below(w.notified, measures + 1) &&
                     all_below(w.last_measure, measures + 1) && all_below(w.effect, classes),
                 "a person stands where there is nothing");
    for (std::size_t p = 0; p < persons; ++p) {
      const bool earlier = w.since[p] <= now.index && w.spell_since[p] <= now.index &&
                           w.measure_start[p] <= now.index && w.measure_left[p] <= now.index;
      if (!earlier || on_measure(w.pair_of(p)) != (w.measure[p] != 0))
        loader.fail("what a person does and since when do not go together");
    }
    loader.check(w.seen_from == now, "a world is in another month");
  }

  void totals(const World& w) const {
    World sums{"", persons, *w.setting};
    for (std::size_t p = 0; p < persons; ++p) {
      ++sums.stock[w.pair[p]];
      sums.population[w.segment[p]] += w.pair_of(p) != Pair::outside;
      if (w.measure[p] != 0) ++sums.participants[w.measure[p] - 1u];
    }
    // Nobody has counted those outside: stocks change by moves.
    const auto moved = [](std::span<const std::int64_t> s) { return s.first(population_pairs); };
    loader.check(std::ranges::equal(moved(sums.stock), moved(w.stock)) &&
                     sums.participants == w.participants && sums.population == w.population,
                 "the totals of a world are not those of its persons");
  }

  void factors(const MonthFactors& f, bool may_be_empty) const {
    const bool sizes = of_size(classes, f.effect) && of_size(segments, f.tightness, f.threat);
    loader.check(sizes || (may_be_empty && f.effect.empty()), "factors of a month are missing");
  }

  void money(const Appropriation& a) const {
    loader.check(of_size(pools, a.accounts_, a.lowered_) && !a.registered_.empty() &&
                     of_size(measures, a.elsewhere_, a.notified_elsewhere_, a.keeps_, a.ordered_),
                 "the money is another plan's");
    for (const Pool& pool : a.accounts_)
      loader.check(of_size(measures, pool.running, pool.notified) &&
                       (pool.bought.empty() || pool.bought.size() == measures),
                   "a pool of money has other measures");
    for (const auto& month : a.registered_)
      loader.check(month.size() == pools, "the key of the money has other pools");
    const BudgetMonth& m = a.month_;
    loader.check(of_size(measures, m.appropriated, m.committed, m.spent, m.places, m.starts) &&
                     of_size(measures, m.participants, m.queue),
                 "the budget has other measures");
    std::vector<std::uint32_t> who;
    for (const Participant& one : a.roster_.all()) {
      who.push_back(one.person);
      loader.check(one.person < persons && one.pool < pools && one.measure < measures,
                   "a participant is nobody");
    }
    loader.check(ascending(who), "participants are not in their order");
  }

  void places(const Placement& p) const {
    for (const auto& notice : p.notices_)
      loader.check(notice.start.person < persons && notice.start.measure < measures,
                   "a notice is nobody's");
    for (const auto& [month, one] : p.drop_outs_)
      loader.check(one.person < persons, "somebody drops out who is not there");
    money(p.appropriation_);
  }

  void world(const WorldEngine& e, Month now) const {
    columns(e.world_, now);
    loader.check(e.world_.population.size() == segments, "a world has other segments");
    totals(e.world_);
    loader.check(of_size(segments, e.market_.segments(), e.search_.persons_, e.mean_search_) &&
                     e.search_.amount_.size() == segments * classes &&
                     (e.vacancies_open_.empty() || e.vacancies_open_.size() == segments),
                 "the market has other segments");
    factors(e.factors_, false);
    factors(e.outlook_->limits_, true);
    loader.check(e.published_.size() == static_cast<std::size_t>(now - e.common().plan.first()),
                 "months of unemployment are missing");
    places(*e.placement_);
  }

  void accounts(const Accounts& a, Month now) const {
    const std::size_t row = a.measures_ * Accounts::width;
    const Participation& who = a.who_;
    loader.check(of_size(persons, who.first_start, who.measure, who.long_term, who.reached,
                         who.reached_in, who.differs) &&
                     all_below(who.measure, measures + 1) &&
                     all_below(who.reached, static_cast<std::size_t>(Phase::cut) + 1) &&
                     of_size(measures, a.participants_) && of_size(a.groups(), a.affected_) &&
                     of_size(a.months_ * a.groups() * row, a.cells_) &&
                     of_size(a.since_months() * row, a.since_) &&
                     of_size(a.months_ * a.measures_ * alike_cells, a.alike_),
                 "the accounts are another plan's");
    const int begin = a.plan_.evaluation.start.index;
    for (std::size_t p = 0; p < persons; ++p)
      loader.check(who.measure[p] == 0 ||
                       (who.first_start[p] >= begin && who.first_start[p] < begin + a.window_ &&
                        who.first_start[p] < now.index),
                   "a participant begins outside the window");
    const bool open = now.index < begin + a.window_;
    loader.check(of_size(open ? persons : 0, a.history_.now_) &&
                     a.history_.changes_.size() <= static_cast<std::size_t>(a.window_),
                 "the history of the window is another one");
    hires(a.hires_);
  }

  void hires(const HireWatch& watch) const {
    bool fits = of_size(measures, watch.starts_);
    for (const auto& hired : watch.hired_) fits = fits && hired.size() == measures;
    for (const auto& one : watch.followed_)
      fits = fits && one.person < persons && one.measure < measures;
    loader.check(fits, "the watch on hires is another plan's");
  }
};

void check_common(const Common& common, Month now, const Loader& loader) {
  const StateCheck check(common, loader);
  loader.check(of_size(check.persons, common.types, common.pools.of) &&
                   all_below(common.types, type_count) &&
                   all_below(common.pools.of, common.pools.size()) &&
                   all_below(common.pools.county, counties.size()),
               "the persons are others");
  const People& people = common.people;
  const Month before = now - 1; // whoever is there has the type of her age
  for (std::size_t p = 0; p < check.persons; ++p)
    loader.check(!people.present(p, before) ||
                     common.types[p] == type_of(people.base[p], age_band(people.age(p, before))),
                 "the persons are others");
}

void check_world(const WorldEngine& world, Month now, const Loader& loader) {
  StateCheck(world.common(), loader).world(world, now);
}

void check_accounts(const Accounts& accounts, const Common& common, Month now,
                    const Loader& loader) {
  StateCheck(common, loader).accounts(accounts, now);
}

} // namespace tiltak
