// A run from its first replication to its results file: every draw of the parameters with the luck
// of every replication, recorded, with checkpoints between months. Goes on from a checkpoint,
// branches off one, or simulates a part of the replications, which merge.hpp joins with the others.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <tiltak/core/progress.hpp>
#include <tiltak/engine/file_recorder.hpp>
#include <tiltak/engine/simulation.hpp>
#include <tiltak/store/archive_file.hpp>
#include <tiltak/study/checkpoints.hpp>
#include <tiltak/study/headlines.hpp>
#include <tiltak/study/run_head.hpp>

namespace tiltak::study {

// What is worth a line to whoever waits: a checkpoint made, one that cannot be used.
using Say = std::function<void(const std::string&)>;

struct RunOptions {
  std::string output;
  PanelKind panel = PanelKind::full;
  Shard shard;
  const Company* company = &alone(); // with whom these replications are simulated; outlives the run
  CheckpointOptions checkpoints;
  Say say = [](const std::string&) {};
};

class Replications {
public:
  // The plans, one for each draw, outlive it. Throws InputError where the checkpoint it is to go on
  // from is of another run, or damaged, and none is left that is not.
  Replications(const std::vector<Plan>& plans, const store::Provenance& provenance,
               RunOptions options);

  // Simulates what is left and writes the file, or the part of a run. Throws Interrupted when asked
  // to stop, with a checkpoint made where the stop was Stop::checkpoint and a month had passed.
  void run(const Progress& progress);

  std::size_t persons() const { return persons_; }
  std::uint64_t count() const { return headlines_counted_; } // of replications, draws counted
  const Headlines& headlines() const { return headlines_; }

private:
  void open(store::Provenance from);
  void resume();
  bool goes_on() const;
  void simulate(const Progress& progress);
  void go_on(Simulation& simulation);
  void month_end(const Simulation& simulation, Month next);
  void save(const Simulation& simulation, Month next, const std::string& path);
  void finish();
  Progress over_all(const Progress& progress) const;

  const std::vector<Plan>& plans_;
  RunOptions options_;
  RunHead head_;
  Checkpoints checkpoints_;
  Headlines headlines_;
  std::unique_ptr<FileRecorder> recorder_;
  std::unique_ptr<store::ArchiveSource> source_; // of a checkpoint, until its simulation is loaded
  bool is_branch_ = false;
  std::uint64_t replication_ = 0; // draws counted
  std::uint64_t headlines_counted_ = 0;
  std::size_t persons_ = 0;
};

// The persons of the first replication: those that a results file shows.
People first_people(const Plan& plan);

// What is known when all replications are recorded, and the file its name.
void commit(FileRecorder& recorder, const Headlines& headlines, std::uint64_t draws);

} // namespace tiltak::study
