#include <tiltak/engine/file_recorder.hpp>

#include <algorithm>

#include <fmt/format.h>

#include <tiltak/engine/month_totals.hpp>
#include <tiltak/state/readout.hpp>

namespace tiltak {
namespace {

// What the panel stores for each pair.
store::CodeMap map_of(std::uint8_t (*code)(Pair)) {
  store::CodeMap map{};
  for (std::size_t p = 0; p < pair_count; ++p) map[p] = code(static_cast<Pair>(p));
  return map;
}

std::vector<store::PanelVariable> panel_variables() {
  return {{"states", map_of([](Pair p) { return static_cast<std::uint8_t>(six_state(p)); })},
          {"jobs", map_of([](Pair p) { return static_cast<std::uint8_t>(facts(p).job); })}};
}

template <class Column, class Get> std::vector<Column> column(std::size_t n, const Get& get) {
  std::vector<Column> values(n);
  for (std::size_t i = 0; i < n; ++i) values[i] = static_cast<Column>(get(i));
  return values;
}

std::int32_t days(std::int16_t month) { return days_since_1970(Month{month}); }

std::vector<std::string> measure_texts(const Plan& plan, std::string Measure::* text) {
  std::vector<std::string> texts;
  for (const Measure& m : plan.measures) texts.push_back(m.*text);
  return texts;
}

} // namespace

FileRecorder::FileRecorder(const std::string& path, const store::Provenance& provenance,
                           const Plan& plan, PanelKind panel)
    : plan_(plan), panel_(panel), file_(path, provenance), accounts_(plan) {}

void FileRecorder::begin_replication(std::uint32_t replication) { replication_ = replication; }

void FileRecorder::begin(const People& people, std::size_t worlds) {
  worlds_.resize(worlds);
  first_person_ = people.first;
  in_country_ = people.in_country;
  if (replication_ != 0) return;
  with_persons_ = true;
  if (people.size() == people.in_country) write_persons(people);
}

void FileRecorder::open_world(WorldRecord& record, std::uint64_t persons) {
  record.table = std::make_unique<store::Table>(file_.group("/worlds/" + record.name));
  record.table->dimension("person", persons);
  record.table->months(record.from,
                       static_cast<std::uint64_t>(plan_.start + plan_.months - record.from));
  if (panel_ == PanelKind::full)
    record.panel = std::make_unique<store::PanelWriter>(*record.table, panel_variables());
}

void FileRecorder::month(int /*month*/, std::size_t w, const WorldEngine& engine, Month t) {
  WorldRecord& record = worlds_[w];
  const World& world = engine.world();
  if (record.name.empty()) {
    record.name = world.name;
    record.from = t;
    if (replication_ == 0) open_world(record, in_country_);
  }
  std::array<std::int32_t, states> counts{};
  for (std::size_t p = 0; p < population_pairs; ++p)
    counts[static_cast<std::size_t>(six_state(static_cast<Pair>(p)))] +=
        static_cast<std::int32_t>(world.stock[p]);
  record.counts.insert(record.counts.end(), counts.begin(), counts.end());
  add_totals(record, engine, t);
  if (replication_ > 0) return;
  if (record.panel) record.panel->month(world.pair, first_person_);
  for (MeasureSpell spell : engine.tally().ended) {
    spell.person += static_cast<std::uint32_t>(first_person_);
    record.spells.push_back(spell);
  }
  add_market(record.market, engine);
  if (w == 0) add_budget(engine.appropriation().month());
}

void FileRecorder::add_totals(WorldRecord& record, const WorldEngine& engine, Month t) {
  const MonthTotals totals = totals_of(engine, t);
  for (const std::int64_t persons : totals.status)
    record.status.push_back(static_cast<std::int32_t>(persons));
  record.with_benefit.push_back(static_cast<std::int32_t>(totals.with_benefit));
  const auto append = [](std::vector<std::int64_t>& to, const std::vector<std::int64_t>& from) {
    to.insert(to.end(), from.begin(), from.end());
  };
  append(record.appropriated, totals.appropriated);
  append(record.spent, totals.spent);
}

void FileRecorder::add_market(MarketColumns& columns, const WorldEngine& engine) {
  for (std::size_t s = 0; s < engine.market().segments().size(); ++s) {
    const Segment& segment = engine.market().segments()[s];
    columns.searchers.push_back(static_cast<std::int32_t>(segment.searchers));
    columns.effectiveness.push_back(segment.search);
    columns.vacancies.push_back(segment.before);
    columns.matches.push_back(segment.lambda * segment.search);
    columns.hires.push_back(static_cast<std::int32_t>(engine.tally().positions[s].hires));
    columns.tightness.push_back(segment.search > 0 ? segment.before / segment.search : 0);
    columns.job_finding.push_back(segment.lambda);
  }
}

void FileRecorder::add_budget(const BudgetMonth& budget) {
  for (std::size_t m = 0; m < plan_.measures.size(); ++m) {
    budget_.appropriated.push_back(budget.appropriated[m].ore);
    budget_.committed.push_back(budget.committed[m].ore);
    budget_.spent.push_back(budget.spent[m].ore);
    budget_.places.push_back(static_cast<std::int32_t>(budget.places[m]));
    budget_.participants.push_back(static_cast<std::int32_t>(budget.participants[m]));
    budget_.starts.push_back(static_cast<std::int32_t>(budget.starts[m]));
    budget_.queue.push_back(static_cast<std::int32_t>(budget.queue[m]));
  }
}

void FileRecorder::end(const std::vector<WorldEngine>& worlds) {
  ++replications_;
  empty_places_.resize(worlds.size());
  for (std::size_t w = 0; w < worlds.size(); ++w)
    empty_places_[w].push_back(worlds[w].empty_offers());
  if (replication_ > 0) return;
  const auto after = static_cast<std::int16_t>((plan_.start + plan_.months).index);
  for (std::size_t w = 0; w < worlds.size(); ++w) {
    const World& world = worlds[w].world();
    for (std::size_t p = 0; p < world.measure.size(); ++p)
      if (world.measure[p] != 0)
        worlds_[w].spells.push_back({static_cast<std::uint32_t>(first_person_ + p),
                                     static_cast<std::uint8_t>(world.measure[p] - 1),
                                     SpellEnd::running, world.measure_start[p],
                                     world.measure_end[p], after});
    if (worlds_[w].panel && world.measure.size() == in_country_) worlds_[w].panel->finish();
  }
}

void FileRecorder::commit() {
  for (WorldRecord& record : worlds_) write_world(record);
  write_budget();
  if (!accounts_.empty()) accounts_.write(file_);
  write_replications();
  file_.commit();
}

void FileRecorder::write_persons(const People& people) {
  store::Table table = file_.group("/persons");
  const std::size_t n = people.size();
  table.dimension("person", n);
  using u8 = std::uint8_t;
  if (!people.id.empty()) table.write("id", people.id);
  table.write("sex", column<u8>(n, [&](auto p) { return people.sex(p); }));
  table.write("birth_month",
              column<std::int32_t>(n, [&](auto p) { return days(people.birth[p]); }));
  table.write("origin", column<u8>(n, [&](auto p) { return people.origin(p); }));
  table.write("education", column<u8>(n, [&](auto p) { return people.education(p); }));
  table.write("county", column<u8>(n, [&](auto p) { return people.county[p]; }));
  table.write("skill", column<u8>(n, [&](auto p) { return people.skill[p]; }));
  table.write("frailty", column<u8>(n, [&](auto p) { return people.frailty(p); }));
  table.dimension("counties", counties.size());
  table.dimension("skills", skills.size());
  table.write("county_names",
              column<std::string>(counties.size(), [](auto c) { return counties[c].nb; }));
  table.write("skill_names",
              column<std::string>(skills.size(), [](auto k) { return skills[k].name; }));
}

void FileRecorder::write_world(WorldRecord& record) {
  std::vector<std::int32_t> replications(replications_);
  for (std::size_t r = 0; r < replications.size(); ++r)
    replications[r] = static_cast<std::int32_t>(r);
  record.table->write("replication", replications);
  record.table->write("state", std::vector<std::uint8_t>{0, 1, 2, 3, 4, 5});
  record.table->write("state_counts", record.counts);
  write_totals(record);
  write_spells(record);
  write_market(record);
}

void FileRecorder::write_totals(const WorldRecord& record) {
  std::vector<std::string> pairs;
  for (std::size_t p = 0; p < population_pairs; ++p) pairs.emplace_back(pair_facts[p].name);
  record.table->write("status", pairs);
  record.table->write("status_counts", record.status);
  record.table->write("with_benefit", record.with_benefit);
  record.table->write("measure", measure_texts(plan_, &Measure::id));
  record.table->write("appropriated", record.appropriated);
  record.table->write("spent", record.spent);
}

void FileRecorder::write_spells(const WorldRecord& record) {
  auto spells = record.spells;
  std::stable_sort(spells.begin(), spells.end(), [](const auto& a, const auto& b) {
    return a.start != b.start ? a.start < b.start : a.person < b.person;
  });
  store::Table table = file_.group("/worlds/" + record.name + "/spells");
  const std::size_t n = spells.size();
  table.dimension("spell", n);
  table.write("person", column<std::uint32_t>(n, [&](auto i) { return spells[i].person; }));
  table.write("measure", column<std::uint8_t>(n, [&](auto i) { return spells[i].measure; }));
  table.write("start", column<std::int32_t>(n, [&](auto i) { return days(spells[i].start); }));
  table.write("planned_end",
              column<std::int32_t>(n, [&](auto i) { return days(spells[i].planned_end); }));
  table.write("end", column<std::int32_t>(n, [&](auto i) { return days(spells[i].end); }));
  table.write("ending", column<std::uint8_t>(n, [&](auto i) { return spells[i].how; }));
  table.dimension("measures", plan_.measures.size());
  table.write("measure_names", measure_texts(plan_, &Measure::id));
}

void FileRecorder::write_market(const WorldRecord& record) {
  store::Table table = file_.group("/worlds/" + record.name + "/market");
  table.months(record.from, static_cast<std::uint64_t>(plan_.start + plan_.months - record.from));
  table.write("segment", plan_.market.segmentation.names);
  table.write("searchers", record.market.searchers);
  table.write("effectiveness", record.market.effectiveness);
  table.write("vacancies", record.market.vacancies);
  table.write("matches", record.market.matches);
  table.write("hires", record.market.hires);
  table.write("tightness", record.market.tightness);
  table.write("job_finding", record.market.job_finding);
}

void FileRecorder::write_budget() {
  store::Table table = file_.group("/budget");
  table.months(plan_.start, static_cast<std::uint64_t>(plan_.months));
  table.write("measure", measure_texts(plan_, &Measure::id));
  table.write("appropriated", budget_.appropriated);
  table.write("committed", budget_.committed);
  table.write("spent", budget_.spent);
  table.write("places", budget_.places);
  table.write("participants", budget_.participants);
  table.write("starts", budget_.starts);
  table.write("queue", budget_.queue);
  table.write("name_en", measure_texts(plan_, &Measure::en));
  table.write("name_nb", measure_texts(plan_, &Measure::nb));
}

void FileRecorder::write_replications() {
  store::Table table = file_.group("/replications");
  std::vector<std::int32_t> replications(replications_);
  for (std::size_t r = 0; r < replications.size(); ++r)
    replications[r] = static_cast<std::int32_t>(r);
  table.write("replication", replications);
  table.write("seed", std::vector<std::uint64_t>(replications_, plan_.seed));
  if (!draws_.empty()) table.write("draw", draws_);
  if (variance_ratio_ > 0)
    table.write("variance_ratio", std::vector<double>(replications_, variance_ratio_));
  for (std::size_t w = 2; w < worlds_.size(); ++w) // those that are offered places
    table.write(w == 2 ? "empty_places" : "empty_places_" + worlds_[w].name, empty_places_[w]);
}

} // namespace tiltak
