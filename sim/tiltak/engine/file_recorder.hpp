// Records a run in a results file: the only part of the engine that knows the store.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <vector>

#include <tiltak/engine/account_writer.hpp>
#include <tiltak/engine/plan.hpp>
#include <tiltak/engine/recorder.hpp>
#include <tiltak/store/panel.hpp>
#include <tiltak/store/writer.hpp>

namespace tiltak {

class Saver;
class Loader;

enum class PanelKind { none, full };

// For replications in order: begin_replication(r), then the run with this recorder, for each. The
// file appears on commit().
class FileRecorder : public Recorder {
public:
  // Where persons are shared out, each recorder has those of its block, and the file is no results
  // file: what was recorded is saved, and joined with the others' (join_persons).
  FileRecorder(const std::string& path, const store::Provenance& provenance, const Plan& plan,
               PanelKind panel);

  void begin_replication(std::uint32_t replication);
  void begin(const People& people, std::size_t worlds) override;
  void month(int month, std::size_t number, const WorldEngine& engine, Month t) override;
  void end(const std::vector<WorldEngine>& worlds) override;
  // After a replication's run, where there are accounts.
  void add_accounts(const Accounts& accounts) { accounts_.add(accounts); }
  // Which draw of the parameters the replications so far have, where there are several.
  void set_draws(std::vector<std::int32_t> draws) { draws_ = std::move(draws); }
  // What shared luck saved (analysis/compare/interval.hpp), before commit.
  void set_variance_ratio(double ratio) { variance_ratio_ = ratio; }
  void commit();

  // For checkpoints and parts of runs (engine/checkpoint.hpp): what has been recorded so far; the
  // same in a recorder that is new; and the replications of a part that follow those recorded here.
  // `people` are those of replication 0. The loader throws where it does not fit.
  void save(Saver& saver);
  void load(Loader& loader, const People& people);
  void append(Loader& loader);
  // The replications that were loaded or appended last, of the country's other persons.
  void join_persons(Loader& loader);
  std::size_t replications() const { return replications_; } // recorded to their end

private:
  template <class> friend struct Members; // checkpoints
  static constexpr std::size_t states = 6;

  struct MarketColumns {
    std::vector<std::int32_t> searchers, hires;
    std::vector<double> effectiveness, vacancies, matches, tightness, job_finding;
  };
  struct BudgetColumns {
    std::vector<std::int64_t> appropriated, committed, spent;
    std::vector<std::int32_t> places, participants, starts, queue;
  };
  struct WorldRecord {
    std::string name;
    Month from; // first month recorded; with the name, known when there is one
    std::vector<std::int32_t> counts; // replication x month x state
    std::vector<std::int32_t> status, with_benefit; // replication x month (x pair)
    std::vector<std::int64_t> appropriated, spent; // replication x month x measure
    std::vector<MeasureSpell> spells;
    MarketColumns market;
    std::unique_ptr<store::Table> table;
    std::unique_ptr<store::PanelWriter> panel;
  };

  void open_world(WorldRecord& record, std::uint64_t persons);
  static std::size_t worlds_in(Loader& loader);
  void write_persons(const People& people);
  void write_world(WorldRecord& record);
  void write_spells(const WorldRecord& record);
  void write_market(const WorldRecord& record);
  void write_budget();
  void write_replications();
  void add_totals(WorldRecord& record, const WorldEngine& engine, Month t);
  void write_totals(const WorldRecord& record);
  void add_market(MarketColumns& columns, const WorldEngine& engine);
  void add_budget(const BudgetMonth& budget);

  const Plan& plan_;
  PanelKind panel_;
  store::ResultWriter file_;
  std::vector<WorldRecord> worlds_;
  BudgetColumns budget_;
  std::uint32_t replication_ = 0;
  std::size_t replications_ = 0; // recorded
  std::size_t first_person_ = 0; // of those here, in the country
  std::size_t in_country_ = 0; // persons
  bool with_persons_ = false; // replication 0 is among them
  std::vector<std::vector<std::int64_t>> empty_places_; // by world, replication
  AccountWriter accounts_;
  double variance_ratio_ = 0; // 0: not measured
  std::vector<std::int32_t> draws_; // by replication, or empty
};

} // namespace tiltak
