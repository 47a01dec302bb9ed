// How every person's job stood in each world through the months of a window: what it was in the
// first and what changed since, so that whoever begins a measure late can be accounted for from the
// first month on. Few change in a month, so it is small.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace tiltak {

// Two bits a world (accounts.hpp).
using JobCode = std::uint16_t;

class JobHistory {
public:
  struct Change {
    std::uint32_t person;
    JobCode code;
  };

  explicit JobHistory(std::size_t persons) : now_(persons, 0) {}

  // Of the last month that was noted.
  JobCode& now(std::size_t person) { return now_[person]; }
  // A month is over: who changed in it, in ascending order of person.
  void month(std::vector<Change> changes) { changes_.push_back(std::move(changes)); }
  // Forgets everything; no month is noted any more.
  void close() {
    now_ = {};
    changes_ = {};
  }
  bool is_open() const { return !now_.empty(); }

  // Calls visit(month, code) for months 0, 1, ... before `before`.
  template <class Visit> void replay(std::uint32_t person, std::size_t before, Visit visit) const {
    JobCode code = 0; // nobody has a job before the first month: whoever has one changes in it
    for (std::size_t m = 0; m < before && m < changes_.size(); ++m) {
      const auto at =
          std::lower_bound(changes_[m].begin(), changes_[m].end(), person,
                           [](const Change& c, std::uint32_t p) { return c.person < p; });
      if (at != changes_[m].end() && at->person == person) code = at->code;
      visit(m, code);
    }
  }

private:
  template <class> friend struct Members; // checkpoints
  friend struct StateCheck;
  std::vector<JobCode> now_;
  std::vector<std::vector<Change>> changes_; // by month
};

} // namespace tiltak
