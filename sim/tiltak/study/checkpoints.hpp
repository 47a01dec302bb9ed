// The checkpoints of a run beside its results file: when one is due, what they are called, which
// are kept. What stands in them is replications.hpp's.
//
//   out.h5.r000000-2016-12.checkpoint   the end of December 2016 in the first replication
//   out.h5.at-2016-12.checkpoint        the same, asked for by --checkpoint-at: never removed
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <tiltak/core/month.hpp>

namespace tiltak::study {

struct CheckpointOptions {
  int every = 0; // months, counted from the first recorded one; 0: only when asked
  std::optional<Month> at; // the month at whose end one is made and kept, in the first replication
  bool resume = false;
  std::string branch; // a checkpoint that another plan goes on from; empty: none
};

class Checkpoints {
public:
  static constexpr std::size_t kept = 2;

  Checkpoints(std::string output, const CheckpointOptions& options, Month first_recorded)
      : output_(std::move(output)), options_(options), first_recorded_(first_recorded) {}

  // Of those on the disk, the last month first. Without those asked for by --checkpoint-at.
  std::vector<std::string> found() const;

  // Whether one is due before month `next` of a replication begins: by the calendar, or because it
  // was asked for (core/progress). Asking is over once it was answered.
  bool is_due(Month next) const;
  bool is_kept(std::uint64_t replication, Month next) const;
  std::string name(std::uint64_t replication, Month next) const;
  std::string kept_name(Month next) const;

  // Removes all on the disk but this one and the one before it that this run made or goes on from.
  void made(const std::string& path);
  void goes_on_from(const std::string& path) { mine_ = {path}; }

private:
  std::string output_;
  CheckpointOptions options_;
  Month first_recorded_;
  std::vector<std::string> mine_; // in the order in which they were made
};

} // namespace tiltak::study
