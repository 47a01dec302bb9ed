// The appropriation of a world: granted each January, revised within the year, split on pools by a
// key, bound by what runs, and spent to the ore. What a pool starts in a month is measure/pool's.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include <tiltak/engine/plan.hpp>
#include <tiltak/engine/roster.hpp>
#include <tiltak/measure/pool.hpp>

namespace tiltak {

// Places to give this month.
struct Orders {
  std::vector<std::int64_t> by_pool; // [pool][measure], measures on the post
  std::vector<std::int64_t> elsewhere; // by measure outside the post, wherever in the country
};

class Appropriation {
public:
  // The arguments outlive it.
  Appropriation(const Plan& plan, const Pools& pools, const Draws& draws, const Company& company);

  // Goes on with the money as it stands under another plan for the same persons. What the plan
  // grants holds from the next month on. Its measures are the same, and its pools if they can be:
  // where offices differ, the money is split anew by the key.
  void go_on_under(const Plan& plan, const Pools& pools, const Draws& draws);

  // From now on the post is this many times the plan's.
  void set_level(double factor) {
    level_changed_ = level_changed_ || level_ != factor;
    level_ = factor;
  }

  // Before the starts of a month: the year turns, the appropriation is revised, suppliers pay back.
  void open_month(Month t, const Published& published);
  // Participants whose month the money left does not pay for, and who therefore end: without
  // contracts by lot; with contracts those past their commitment first, the dearest first. In
  // ascending order.
  std::vector<std::uint32_t> beyond_the_money() const;
  // `queue` by pool and group: who could take a place in the country; `vacancies` by county,
  // relative to normal.
  Orders orders(std::span<const std::int64_t> queue, std::span<const double> vacancies);
  // Someone was chosen for a place that opens later; nobody waits any more.
  void notify(std::uint16_t pool, std::uint8_t measure);
  void forget_notified();
  // The place opens now; false when the money does not suffice for it any more.
  bool opens(std::uint16_t pool, std::uint8_t measure);
  // After the month: spending, key, contracts.
  void close_month(const Tally& tally, const World& world);

  const BudgetMonth& month() const { return month_; }
  const std::vector<Pool>& pools() const { return accounts_; }
  Money granted() const { return granted_; } // of the year, carry-over included
  // Registered persons, relative to the first month they were counted.
  double caseload() const;

private:
  template <class> friend struct Members; // checkpoints
  friend struct StateCheck;
  GroupMoney decide(const Published& published) const;
  void turn_year(const Published& published);
  void revise(const Published& published);
  std::vector<double> key() const;
  void count();
  void learn_exits();
  MonthTerms terms(std::span<const std::int64_t> queue) const;
  GroupMoney shares(std::span<const std::int64_t> queue) const;
  void note_queue(std::span<const std::int64_t> queue);
  Money bound(const Participant& participant) const;
  void settle();

  const Plan* plan_;
  const Pools* pools_;
  const Draws* draws_;
  const Company* company_;
  double level_ = 1;
  bool level_changed_ = false;
  Month now_;
  double gap_ = 0; // published unemployment above normal, percentage points
  GroupMoney year_{}; // the decided money of a whole year
  Money granted_, given_out_; // of this year: granted, and given out to months so far
  Roster roster_;
  std::vector<Pool> accounts_; // by pool
  std::vector<std::int64_t> elsewhere_; // running outside the post, by measure
  std::vector<std::int64_t> notified_elsewhere_;
  std::vector<std::vector<double>> registered_; // [month][pool], of the key's months
  double first_registered_ = 0;
  Money planned_; // to be spent on the post this month, by the orders
  double shows_ = 1; // part of it that is spent, smoothed over half a year
  std::vector<double> lowered_; // by pool: factor of the ratchet on the key
  double allowance_share_; // of job seekers' participants, paid an allowance
  std::vector<double> keeps_; // by measure: part that is there a month later, smoothed over a year
  double keeps_cost_ = 1; // the same of the cost
  std::vector<std::int64_t> ordered_; // this month, by measure
  std::array<std::int64_t, 2> queue_{}; // this month, by group
  BudgetMonth month_;
};

} // namespace tiltak
