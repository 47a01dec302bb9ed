// What has been recorded, in checkpoints and in parts of runs.
#include <algorithm>
#include <functional>

#include <tiltak/engine/account_state.hpp>
#include <tiltak/engine/file_recorder.hpp>

namespace tiltak {

template <> struct Members<MeasureSpell> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [person, measure, how, start, planned_end, end] = self;
    v(person, measure, how, start, planned_end, end);
  }
};

template <> struct Members<FileRecorder::MarketColumns> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [searchers, hires, effectiveness, vacancies, matches, tightness, job_finding] = self;
    v(searchers, hires, effectiveness, vacancies, matches, tightness, job_finding);
  }
};

template <> struct Members<FileRecorder::BudgetColumns> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    auto& [appropriated, committed, spent, places, participants, starts, queue] = self;
    v(appropriated, committed, spent, places, participants, starts, queue);
  }
};

template <> struct Members<FileRecorder::WorldRecord> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    // The table is made anew, the panel follows.
    auto& [name, from, counts, status, with_benefit, appropriated, spent, spells, market, table,
           panel] = self;
    v(name, from, counts, status, with_benefit, appropriated, spent, spells, market);
  }
};

namespace {

void join(auto& to, const auto& from) { to.insert(to.end(), from.begin(), from.end()); }

// Counts of other persons in the same months, the last ones; false where there are more.
bool add(auto& to, const auto& from) {
  if (to.size() < from.size()) return false;
  const auto last = to.end() - static_cast<std::ptrdiff_t>(from.size());
  std::transform(from.begin(), from.end(), last, last, std::plus<>());
  return true;
}

} // namespace

template <> struct Members<FileRecorder> {
  template <class Self, class V> static void visit(Self& self, V& v) {
    // Worlds apart; what is known at the end only (draws, variance ratio) is not known yet.
    auto& [plan, panel, file, worlds, budget, replication, replications, first_person, in_country,
           with_persons, empty_places, accounts, variance_ratio, draws] = self;
    v(budget, replications, with_persons, empty_places, accounts);
  }
};

void FileRecorder::save(Saver& saver) {
  saver.mark("recorded");
  saver(*this, std::uint64_t{worlds_.size()});
  for (const WorldRecord& record : worlds_) {
    saver.mark("world recorded");
    saver(record, record.table != nullptr, record.panel != nullptr);
    if (record.panel) record.panel->save(saver);
  }
}

std::size_t FileRecorder::worlds_in(Loader& loader) {
  std::uint64_t worlds = 0;
  loader(worlds);
  loader.check(worlds <= most_worlds, "more worlds were recorded than there are");
  return static_cast<std::size_t>(worlds);
}

void FileRecorder::load(Loader& loader, const People& people) {
  loader.mark("recorded");
  loader(*this);
  worlds_.resize(worlds_in(loader));
  in_country_ = people.in_country;
  if (with_persons_) write_persons(people);
  for (WorldRecord& record : worlds_) {
    bool table = false, panel = false;
    loader.mark("world recorded");
    loader(record, table, panel);
    loader.check(panel == (table && panel_ == PanelKind::full), "the panel is another one");
    if (!table) continue;
    loader.check(with_persons_ && store::layout::is_world_name(record.name) &&
                     record.from >= plan_.start && record.from < plan_.start + plan_.months,
                 "a world was recorded in other months");
    open_world(record, people.size());
    if (record.panel) record.panel->load(loader);
  }
}

void FileRecorder::append(Loader& loader) {
  BudgetColumns budget;
  std::size_t replications = 0;
  bool with_persons = false;
  std::vector<std::vector<std::int64_t>> empty_places;
  AccountWriter accounts(plan_);
  loader.mark("recorded");
  loader(budget, replications, with_persons, empty_places, accounts);
  loader.check(!with_persons && worlds_in(loader) == worlds_.size() &&
                   empty_places.size() == empty_places_.size(),
               "it has other worlds");
  for (std::size_t w = 0; w < worlds_.size(); ++w) {
    WorldRecord other;
    bool table = false, panel = false;
    loader.mark("world recorded");
    loader(other, table, panel);
    WorldRecord& record = worlds_[w];
    loader.check(!table && !panel && other.name == record.name && other.from == record.from,
                 "it has other worlds");
    join(record.counts, other.counts);
    join(record.status, other.status);
    join(record.with_benefit, other.with_benefit);
    join(record.appropriated, other.appropriated);
    join(record.spent, other.spent);
    join(empty_places_[w], empty_places[w]);
  }
  replications_ += replications;
  accounts_.append(std::move(accounts));
}

// Money, the market and the accounts are the country's in every block.
void FileRecorder::join_persons(Loader& loader) {
  BudgetColumns budget;
  std::size_t replications = 0;
  bool with_persons = false;
  std::vector<std::vector<std::int64_t>> empty_places;
  AccountWriter accounts(plan_);
  loader.mark("recorded");
  loader(budget, replications, with_persons, empty_places, accounts);
  loader.check(replications <= replications_ && (with_persons_ || !with_persons) &&
                   worlds_in(loader) == worlds_.size() &&
                   empty_places.size() == empty_places_.size(),
               "it has other replications or worlds");
  for (std::size_t w = 0; w < worlds_.size(); ++w) {
    WorldRecord other;
    bool table = false, panel = false;
    loader.mark("world recorded");
    loader(other, table, panel);
    WorldRecord& record = worlds_[w];
    loader.check(other.name == record.name && other.from == record.from && table == with_persons &&
                     (record.panel || !panel) && add(record.counts, other.counts) &&
                     add(record.status, other.status) &&
                     add(record.with_benefit, other.with_benefit) &&
                     add(empty_places_[w], empty_places[w]),
                 "it has other worlds");
    join(record.spells, other.spells);
    if (panel) record.panel->load(loader);
  }
}

} // namespace tiltak
