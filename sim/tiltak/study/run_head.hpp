// What a checkpoint or a part of a run says of itself, and whether one goes with another. Where
// they do not, every difference is named.
#pragma once

#include <string>
#include <vector>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/engine/plan.hpp>
#include <tiltak/store/provenance.hpp>

namespace tiltak::study {

// Replications (times draws of the parameters) shared out on `of` processes; `number` from 1.
struct Shard {
  std::uint32_t number = 1, of = 1;
  // Where several processes simulate these together: the block of persons of this one.
  std::uint32_t block = 1, blocks = 1;
  bool is_all() const { return of == 1 && blocks == 1; }
  // The replications of this process: of n, those from begin(n) on, before the next one's.
  std::uint64_t begin(std::uint64_t n) const { return n * (number - 1) / of; }
  std::uint64_t end(std::uint64_t n) const { return n * number / of; }
};

struct RunHead {
  std::string program; // version and commit: other code may compute otherwise
  std::string title, institution, scenario, parameters, changes, fit; // as in store::Provenance
  Shard shard;
  bool full_panel = false;
  std::uint64_t draws_digest = 0; // of the plans of all draws of the parameters
  std::uint64_t draws = 1;
  Plan plan; // of the first draw
  std::uint64_t replication = 0; // the one that was under way, draws counted
  Month month; // the first one that was not simulated

  void put_into(store::Provenance& provenance) const;
};

// "tiltak 0.1.0 (git 0123abc)"
std::string program_of(const store::Provenance& provenance);

RunHead make_head(const store::Provenance& provenance, const std::vector<Plan>& plans,
                  const Shard& shard, bool full_panel);

// A checkpoint of `there` goes on as `here` alone if nothing differs.
void refuse_another_run(const RunHead& there, const RunHead& here, const std::string& path);

// A branch: what acts month by month may differ (docs/formats/checkpoint.md lists the keys), before
// the evaluation begins; the rest may not.
void refuse_another_past(const RunHead& there, const RunHead& here, const std::string& path);

// Parts of one run: `shard` apart, nothing differs. Adds what does.
void add_differences(const RunHead& there, const RunHead& here, const std::string& path,
                     Diagnostics& diagnostics);

} // namespace tiltak::study
