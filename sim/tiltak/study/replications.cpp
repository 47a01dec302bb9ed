#include <tiltak/study/replications.hpp>

#include <algorithm>

#include <fmt/format.h>

#include <tiltak/study/run_state.hpp>

namespace tiltak::study {
People first_people(const Plan& plan) {
  return synthesise(plan.population, plan.first(), plan.all_months(), Draws(plan.seed, 0));
}

void commit(FileRecorder& recorder, const Headlines& headlines, std::uint64_t draws) {
  if (draws > 1) {
    std::vector<std::int32_t> numbers;
    for (std::uint64_t r = 0; r < recorder.replications(); ++r)
      numbers.push_back(static_cast<std::int32_t>(r % draws));
    recorder.set_draws(std::move(numbers));
  }
  recorder.set_variance_ratio(headlines.variance_ratio());
  recorder.commit();
}

Replications::Replications(const std::vector<Plan>& plans, const store::Provenance& provenance,
                           RunOptions options)
    : plans_(plans), options_(std::move(options)),
      head_(make_head(provenance, plans, options_.shard, options_.panel == PanelKind::full)),
      checkpoints_(options_.output, options_.checkpoints, plans.front().start),
      headlines_(plans.front().scale) {
  const Plan& plan = plans.front();
  if (options_.shard.of > 1 && !plan.precision.figure.empty())
    throw InputError(Origin{"--shard", 0, 0},
                     "replications until a precision is reached cannot be shared out: how many "
                     "there are is not known before",
                     "precision.figure: none, with as many replications as it takes");
  const std::uint64_t all = std::uint64_t{plan.replications} * plans.size();
  if (options_.shard.of > all)
    throw InputError(Origin{"--shard", 0, 0},
                     fmt::format("{} replications cannot be shared out on {} processes", all,
                                 options_.shard.of));
  replication_ = options_.shard.begin(all);
  open(provenance);
}

void Replications::open(store::Provenance from) {
  const std::string& branch = options_.checkpoints.branch;
  if (!branch.empty()) {
    source_ = std::make_unique<store::ArchiveSource>(branch, store::ArchiveKind::checkpoint);
    RunHead there;
    load_head(there, head_.program, *source_, branch);
    refuse_another_past(there, head_, branch);
    is_branch_ = true;
    from.branched_from = fmt::format("{}: the months before {} are those of this scenario:\n{}",
                                     branch, to_string(there.month), there.changes);
  } else if (options_.checkpoints.resume) {
    resume();
  }
  // A part of a run is no results file: the recorder's is thrown away.
  const std::string path = options_.output + (options_.shard.is_all() ? "" : ".hdf5");
  recorder_ = std::make_unique<FileRecorder>(path, from, plans_.front(), options_.panel);
  if (!source_) return;
  Loader loader(*source_);
  loader(replication_, headlines_counted_, headlines_);
  recorder_->load(loader, first_people(plans_.front()));
}

// The last that is whole. That it is of another run is said of the last alone: it is what the user
// means.
void Replications::resume() {
  const auto found = checkpoints_.found();
  for (std::size_t k = 0; k < found.size(); ++k) {
    try {
      source_ = std::make_unique<store::ArchiveSource>(found[k], store::ArchiveKind::checkpoint);
    } catch (const InputError& error) {
      if (k + 1 == found.size()) throw;
      options_.say(fmt::format("{}going on from the one before", error.what()));
      continue;
    }
    RunHead there;
    load_head(there, head_.program, *source_, found[k]);
    refuse_another_run(there, head_, found[k]);
    checkpoints_.goes_on_from(found[k]);
    options_.say(fmt::format("goes on from {}", found[k]));
    return;
  }
  options_.say(
      fmt::format("there is no checkpoint of {} yet: begins at the beginning", options_.output));
}

bool Replications::goes_on() const {
  const Plan& plan = plans_.front();
  const std::uint64_t draws = plans_.size();
  if (options_.shard.of > 1)
    return replication_ < options_.shard.end(std::uint64_t{plan.replications} * draws);
  return replication_ % draws != 0 ||
         study::goes_on(plan, headlines_, static_cast<std::uint32_t>(replication_ / draws));
}

Progress Replications::over_all(const Progress& progress) const {
  const std::uint64_t all = std::uint64_t{plans_.front().replications} * plans_.size();
  const std::uint64_t begin = options_.shard.begin(all);
  const std::uint64_t n = std::max(options_.shard.end(all) - begin, replication_ + 1 - begin);
  const std::uint64_t before = replication_ - begin;
  if (n == 1) return progress;
  return [&progress, n, before](const std::string& what, std::uint64_t done, std::uint64_t of) {
    progress(fmt::format("{} ({} of {})", what, before + 1, n), before * of + done, n * of);
  };
}

void Replications::run(const Progress& progress) {
  for (; goes_on(); ++replication_) simulate(progress);
  finish();
}

void Replications::simulate(const Progress& progress) {
  const std::uint64_t draw = replication_ % plans_.size();
  Simulation simulation(plans_[draw], static_cast<std::uint32_t>(replication_ / plans_.size()),
                        nullptr, nullptr, *options_.company);
  persons_ = simulation.people().in_country;
  recorder_->begin_replication(static_cast<std::uint32_t>(replication_));
  if (source_) go_on(simulation);
  simulation.run(*recorder_, over_all(progress), [&](Month next) { month_end(simulation, next); });
  ++headlines_counted_;
  if (!simulation.accounts()) return;
  recorder_->add_accounts(*simulation.accounts());
  headlines_.add(*simulation.accounts(), static_cast<std::int32_t>(draw));
}

void Replications::go_on(Simulation& simulation) {
  Loader loader(*source_);
  is_branch_ ? simulation.branch(loader) : simulation.load(loader);
  source_->end();
  source_.reset();
}

void Replications::month_end(const Simulation& simulation, Month next) {
  if (!options_.company->is_alone()) return check_stop(); // checkpoints are for one process
  if (checkpoints_.is_kept(replication_, next)) {
    const std::string path = checkpoints_.kept_name(next);
    save(simulation, next, path);
    options_.say("wrote " + path);
  }
  const bool stops = stop_requested() == Stop::checkpoint;
  if (!checkpoints_.is_due(next)) return;
  const std::string path = checkpoints_.name(replication_, next);
  try {
    save(simulation, next, path);
  } catch (const RunError& error) { // days of work are worth more than a way back to them
    if (stops) throw;
    options_.say(fmt::format("no checkpoint: {}", error.what()));
    return;
  }
  checkpoints_.made(path);
  options_.say(stops ? fmt::format("stops at {}; the same command with --resume goes on", path)
                     : "wrote " + path);
  if (stops) throw Interrupted{Stop::checkpoint};
}

void Replications::save(const Simulation& simulation, Month next, const std::string& path) {
  store::ArchiveFile file(path, store::ArchiveKind::checkpoint);
  Saver saver(file);
  head_.replication = replication_;
  head_.month = next;
  saver(head_.program, head_, replication_, headlines_counted_, headlines_);
  recorder_->save(saver);
  simulation.save(saver);
  file.commit();
}

void Replications::finish() {
  if (!options_.shard.is_all()) {
    store::ArchiveFile file(options_.output, store::ArchiveKind::part);
    Saver saver(file);
    saver(head_.program, head_, headlines_);
    recorder_->save(saver);
    return file.commit();
  }
  commit(*recorder_, headlines_, plans_.size());
}

} // namespace tiltak::study
