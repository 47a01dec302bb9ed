// What measures gave: person-months of employment in coupled worlds, as exact integers, by group,
// measure and month. Who takes part late is accounted for from the first month on, from the history
// of the window; after the window only participants and persons whose lives differ cost anything.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <tiltak/engine/account_entries.hpp>
#include <tiltak/engine/account_groups.hpp>
#include <tiltak/engine/deadweight.hpp>
#include <tiltak/engine/participation.hpp>
#include <tiltak/engine/plan.hpp>

namespace tiltak {

class Accounts {
public:
  // Both outlive the accounts; `now` is world policy as the evaluation begins.
  Accounts(const Plan& plan, const People& people, const World& now);

  // Adds the month t, as all worlds stand at its end, and checks its identities: a RunError if ever
  // they do not hold. `policy` and `other` are the month's starts in these worlds.
  void month(Month t, const CoupledWorlds& worlds, const MonthOfStarts& policy,
             const MonthOfStarts& other);

  // Those of the whole country, after the last month, in place of those of the persons here. Throws
  // RunError where a sum does not fit the 32 bits of a cell.
  void add_up(const Company& company);

  std::int64_t at(Flow flow, std::size_t flavour, std::size_t group, std::size_t measure,
                  std::size_t month) const {
    return cells_[((month * groups() + group) * measures_ + measure) * width +
                  column(flow, flavour)];
  }
  // The same of participants by months since the first start; `since` counts from since_first().
  std::int64_t since(Flow flow, std::size_t flavour, std::size_t measure, std::size_t since) const {
    return since_[(since * measures_ + measure) * width + column(flow, flavour)];
  }
  Bounds deadweight_bounds(std::size_t flavour, std::size_t measure, std::size_t month) const;

  const std::vector<std::string>& group_names() const { return groups_.names(); }
  std::size_t groups() const { return groups_.size(); }
  std::size_t measures() const { return measures_; } // with "none" as the last
  std::size_t months() const { return months_; }
  int since_first() const { return 1 - window_; } // a month before the first start
  std::size_t since_months() const { return months_ + static_cast<std::size_t>(window_) - 1; }
  bool has(Flow flow) const;
  std::size_t participants() const; // persons in T
  std::int64_t participants(std::size_t measure) const { return participants_[measure]; }
  // Persons in T, and others whose job differed between the worlds in some month; 0 before the end.
  std::int64_t affected(std::size_t group) const { return affected_[group]; }
  const HireWatch& hires() const { return hires_; }

  // Employment of everybody over all months, of policy (0) or the other world (1), from stocks.
  std::int64_t employment(std::size_t world, std::size_t flavour) const {
    return employment_[world][flavour];
  }
  // Sum over all persons, measures and months.
  std::int64_t total(Flow flow, std::size_t flavour) const;

private:
  template <class> friend struct Members; // checkpoints
  friend struct StateCheck;
  static constexpr std::size_t width = flow_count * flavours;
  static constexpr std::size_t column(Flow flow, std::size_t flavour) {
    return static_cast<std::size_t>(flow) * flavours + flavour;
  }
  struct Target { // rows of cells an entry is added to
    AccountGroups::Membership membership;
    std::size_t measure;
    std::size_t since; // row of since_, or none
    static constexpr std::size_t none = ~std::size_t{0};
  };
  struct Block { // what a block of persons adds in a month
    std::vector<std::int32_t> cells, since; // [group][measure][width], [since][measure][width]
    std::vector<CellCount> alike; // [measure][cell]
    std::vector<JobHistory::Change> changes;
  };

  void take_in(const MeasureStart& start, Month t);
  void note_reached(Month t, const MonthOfStarts& policy, const MonthOfStarts& other);
  Target target(std::size_t person, std::size_t measure, bool long_term, Month t) const;
  void add(std::span<std::int32_t> cells, const Target& target, const Entries& entries,
           std::int32_t sign) const;
  void add_since(std::span<std::int32_t> rows, const Target& target, const Entries& entries) const;
  void count_alike(std::span<CellCount> cells, std::size_t person, JobCode code) const;
  void add_block(std::size_t begin, std::size_t end, Month t, const CoupledWorlds& worlds,
                 Block& block);
  void add_person(std::size_t person, Month t, JobCode code, bool inside, Block& block) const;
  void sum_up(std::size_t month);
  void count_affected();
  void check_cells(std::size_t month) const;
  void check_margins(std::size_t month) const;
  void check_stocks(std::size_t month, const CoupledWorlds& worlds);
  [[noreturn]] void fail(std::size_t month, const std::string& what) const;

  const Plan& plan_;
  const People& people_;
  AccountGroups groups_;
  Participation who_;
  JobHistory history_; // while the window is open
  HireWatch hires_;
  JobAmounts amounts_;
  std::size_t measures_, months_;
  int window_;
  std::vector<std::int64_t> participants_; // by measure of the first start
  std::vector<std::int64_t> affected_; // by group
  bool with_g_ = false, with_twin_ = false;
  std::vector<std::int32_t> cells_; // [month][group][measure][flow x flavour]
  std::vector<std::int32_t> since_; // [since][measure][flow x flavour]
  std::vector<CellCount> alike_; // [month][measure][cell]
  std::vector<Block> blocks_;
  std::array<std::array<std::int64_t, flavours>, 2> employment_{};
};

} // namespace tiltak
