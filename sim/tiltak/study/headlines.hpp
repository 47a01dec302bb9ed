// The first figures of coupled worlds over replications: totals of the accounts in national
// job-years, with paired intervals, and what shared luck saved.
#pragma once

#include <array>
#include <string>
#include <vector>

#include <tiltak/compare/interval.hpp>
#include <tiltak/core/json.hpp>
#include <tiltak/engine/accounts.hpp>
#include <tiltak/study/course.hpp>

namespace tiltak {
template <class T> struct Members;
}

namespace tiltak::study {

class Headlines {
public:
  // `scale`: simulated persons per person.
  explicit Headlines(double scale) : job_years_(1 / scale / 12) {}

  // Of the next replication, with parameters of this draw.
  void add(const Accounts& accounts, std::int32_t draw = 0);
  void append(const Headlines& other); // its replications after these
  std::size_t replications() const { return policy_.size(); }
  // Job-years by replication; full-time equivalents in job-years too.
  const std::vector<double>& series(Flow flow, std::size_t flavour = 0) const {
    return series_[static_cast<std::size_t>(flow)][flavour];
  }
  // Pairs share their luck, so this is the interval of paired differences (Student's t, 95 %) over
  // seeds. Draws of the parameters share it as well: each seed counts once, by the mean over draws.
  compare::Spread spread(Flow flow, std::size_t flavour = 0) const;
  const std::vector<std::int32_t>& draws() const { return draws_; } // by replication
  // How a flow varies, job-years.
  compare::Sources sources(Flow flow, std::size_t flavour = 0) const {
    const auto draws = static_cast<std::size_t>(draws_.empty() ? 0 : draws_.back() + 1);
    return compare::sources_of(series(flow, flavour), draws);
  }
  const Course& course() const { return course_; }
  // Of person-months in ordinary jobs (compare/interval.hpp).
  double variance_ratio() const { return compare::variance_ratio(policy_, other_); }

private:
  template <class> friend struct tiltak::Members; // checkpoints
  double job_years_; // national, of a simulated person-month
  std::array<std::array<std::vector<double>, flavours>, flow_count> series_;
  std::vector<double> policy_, other_; // employment
  std::vector<std::int32_t> draws_;
  Course course_;
};

// Whether replication number `next` is to be simulated: below plan.replications always, and beyond
// as long as plan.precision asks for it (at least four, at most precision.most). Looking after each
// replication makes the interval of the last a little too narrow now and then; with four or more
// the fault is small beside its width.
bool goes_on(const Plan& plan, const Headlines& headlines, std::uint32_t next);

// A flow by its name; throws std::logic_error.
Flow flow_named(const std::string& name);

// {"net": {"mean": ..., "half_width": ...}, ...} and the variance ratio.
Json in_json(const Headlines& headlines);
// A line each for the flows that are there; nothing without replications.
std::string in_words(const Headlines& headlines);

} // namespace tiltak::study
