// The simulations of a server: one at a time, in the order in which they were asked for, each in a
// folder of its own that goes when it is no longer kept.
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "check.hpp"

namespace tiltak::serve {

struct Capacity {
  std::size_t waiting = 4; // besides the one that runs
  std::size_t kept = 24; // runs whose results can be looked at
  double minutes = 60; // that one may take
};

enum class Stage { waiting, running, done, failed, cancelled };

// A command line of this program. What may fail is left out of the result then: trajectories, where
// nobody enters a measure in the year that is followed.
struct Step {
  std::vector<std::string> words;
  bool may_fail = false;
};

// A simulation or a comparison of two.
struct Job {
  std::size_t number = 0;
  Checked scenario; // of a comparison the names alone
  Order order; // what the form said, to be changed and sent again
  std::optional<Comparison> comparison;
  std::vector<Step> steps;
  std::filesystem::path folder;
  // How it goes:
  Stage stage = Stage::waiting;
  std::string what; // being done
  double share = 0; // of the step at hand
  double seconds_left = -1; // of it; negative: not known
  std::string said; // by the program, where it failed
};

class Jobs {
public:
  // Keeps everything in a new folder that only this user can read.
  explicit Jobs(const Capacity& capacity);
  // Stops what runs, waits for it, and removes the folder.
  ~Jobs();
  Jobs(const Jobs&) = delete;
  Jobs& operator=(const Jobs&) = delete;

  // Its number; nothing when too many are waiting. `files` are written into its folder first: names
  // chosen by the server, never from a request.
  std::optional<std::size_t> add(Job job,
                                 const std::vector<std::pair<std::string, std::string>>& files);
  std::optional<Job> find(std::size_t number) const; // as it stands now
  std::vector<Job> all() const; // the newest first
  void cancel(std::size_t number);
  bool is_idle() const; // nothing runs or waits

private:
  void work();
  bool carry_out(const Job& job); // its steps; whether all went well
  void forget_oldest(); // beyond what is kept

  Capacity capacity_;
  std::filesystem::path folder_;
  mutable std::mutex mutex_;
  std::condition_variable wake_;
  std::map<std::size_t, Job> jobs_;
  std::deque<std::size_t> queue_;
  std::size_t last_ = 0;
  std::size_t current_ = 0; // 0: none
  std::atomic<bool> cancel_current_{false}, ending_{false};
  std::thread worker_;
};

} // namespace tiltak::serve
