#include <tiltak/engine/accounts.hpp>

#include <algorithm>
#include <iterator>
#include <numeric>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/core/parallel.hpp>
#include <tiltak/engine/allocation.hpp>

namespace tiltak {
namespace {

// Sums are integers, so blocks may be as large as the machine likes: few, because each has tables.
constexpr std::size_t least_block = 65536, most_blocks = 8;

// Cells, and those that others have in their places.
void add_cells(std::span<std::int32_t* const> cells, const Company& company) {
  std::vector<std::int64_t> sums;
  for (const std::int32_t* cell : cells) sums.push_back(*cell);
  company.sum(sums);
  for (std::size_t k = 0; k < cells.size(); ++k) {
    *cells[k] = static_cast<std::int32_t>(sums[k]);
    if (*cells[k] != sums[k])
      throw RunError(
          "a cell of the accounts holds 2,147,483,647 at most: the country is too large");
  }
}

std::size_t block_size_of(std::size_t persons) {
  return std::max(least_block, (persons + most_blocks - 1) / most_blocks);
}

} // namespace

Accounts::Accounts(const Plan& plan, const People& people, const World& now)
    : plan_(plan), people_(people), groups_(plan, people), who_(now, plan.evaluation.start),
      history_(people.size()), hires_(plan), amounts_(job_amounts(plan.part_time_hundredths)),
      measures_(plan.measures.size() + 1),
      months_(static_cast<std::size_t>(plan.evaluation.window + plan.evaluation.tail)),
      window_(plan.evaluation.window), participants_(plan.measures.size(), 0),
      affected_(groups_.size(), 0), cells_(months_ * groups_.size() * measures_ * width, 0),
      since_(since_months() * measures_ * width, 0), alike_(months_ * measures_ * alike_cells) {
  const std::size_t size = block_size_of(people.size());
  blocks_.resize((people.size() + size - 1) / size);
  for (Block& block : blocks_) {
    block.cells.resize(groups_.size() * measures_ * width);
    block.since.resize(static_cast<std::size_t>(window_) * measures_ * width);
    block.alike.resize(measures_ * alike_cells);
  }
}

std::size_t Accounts::participants() const {
  return static_cast<std::size_t>(
      std::accumulate(participants_.begin(), participants_.end(), std::int64_t{0}));
}

bool Accounts::has(Flow flow) const {
  if (flow == Flow::substitution || flow == Flow::congestion) return with_g_;
  return flow == Flow::displacement_twin ? with_twin_ : true;
}

Accounts::Target Accounts::target(std::size_t p, std::size_t measure, bool long_term,
                                  Month t) const {
  const bool takes_part = measure + 1 < measures_;
  const int since = t.index - who_.first_start[p] - since_first();
  return {groups_.of(p, long_term), measure,
          takes_part ? static_cast<std::size_t>(since) : Target::none};
}

void Accounts::add(std::span<std::int32_t> cells, const Target& target, const Entries& entries,
                   std::int32_t sign) const {
  for (std::size_t g = 0; g <= groups_.parts().size(); ++g) {
    std::int32_t* row = &cells[(target.membership.group[g] * measures_ + target.measure) * width];
    for (std::size_t k = 0; k < entries.count; ++k) {
      std::int32_t* at = row + static_cast<std::size_t>(entries.entry[k].flow) * flavours;
      for (std::size_t f = 0; f < flavours; ++f) at[f] += sign * entries.entry[k].amount[f];
    }
  }
}

void Accounts::add_since(std::span<std::int32_t> rows, const Target& target,
                         const Entries& entries) const {
  std::int32_t* row = &rows[(target.since * measures_ + target.measure) * width];
  for (std::size_t k = 0; k < entries.count; ++k)
    for (std::size_t f = 0; f < flavours; ++f)
      row[column(entries.entry[k].flow, f)] += entries.entry[k].amount[f];
}

void Accounts::count_alike(std::span<CellCount> cells, std::size_t p, JobCode code) const {
  const std::size_t cell = alike_cell(people_, p, plan_.evaluation.start);
  CellCount& count = cells[(who_.measure[p] - 1u) * alike_cells + cell];
  const Amounts &with = amounts_[code & 3u], &without = amounts_[code >> 2 & 3u];
  ++count.persons;
  for (std::size_t f = 0; f < 2; ++f) {
    count.policy[f] += with[f];
    count.other[f] += without[f];
  }
}

// Somebody's first start that counts: from now on she is in T, and so are her months before, which
// move from those outside T to the participants.
void Accounts::take_in(const MeasureStart& start, Month t) {
  const std::uint32_t p = start.person;
  if (who_.takes_part(p)) return;
  const bool was_long_term = who_.long_term[p] != 0;
  const bool seeker = plan_.measures[start.measure].group == MeasureGroup::job_seekers;
  ++participants_[start.measure];
  who_.first_start[p] = static_cast<std::int16_t>(t.index);
  who_.measure[p] = static_cast<std::uint8_t>(start.measure + 1);
  who_.long_term[p] = seeker && start.seeking > long_term_months;
  const std::size_t size = groups_.size() * measures_ * width;
  const auto before = static_cast<std::size_t>(t - plan_.evaluation.start);
  history_.replay(p, before, [&](std::size_t m, JobCode code) {
    const Month then = plan_.evaluation.start + static_cast<int>(m);
    const std::span<std::int32_t> cells(&cells_[m * size], size);
    const Entries differences =
        difference_entries(code, who_.before_start(p, then), amounts_, with_g_, with_twin_);
    add(cells, target(p, measures_ - 1, was_long_term, then), differences, -1);
    const Target now = target(p, start.measure, who_.long_term[p] != 0, then);
    const Entries ledger = participant_entries(code, amounts_);
    for (const Entries* entries : {&differences, &ledger}) {
      add(cells, now, *entries, 1);
      add_since(since_, now, *entries);
    }
    count_alike({&alike_[m * measures_ * alike_cells], measures_ * alike_cells}, p, code);
  });
}

void Accounts::add_person(std::size_t p, Month t, JobCode code, bool on_measure,
                          Block& block) const {
  const bool takes_part = who_.takes_part(p);
  const std::size_t measure = takes_part ? who_.measure[p] - 1u : measures_ - 1;
  const Phase phase = !takes_part  ? who_.before_start(p, t)
                      : on_measure ? Phase::inside
                                   : Phase::after;
  Target target = this->target(p, measure, who_.long_term[p] != 0, t);
  const Entries differences = difference_entries(code, phase, amounts_, with_g_, with_twin_);
  add(block.cells, target, differences, 1);
  if (!takes_part) return;
  const Entries ledger = participant_entries(code, amounts_);
  add(block.cells, target, ledger, 1);
  target.since = static_cast<std::size_t>(who_.first_start[p] - plan_.evaluation.start.index);
  add_since(block.since, target, differences);
  add_since(block.since, target, ledger);
  count_alike(block.alike, p, code);
}

void Accounts::add_block(std::size_t begin, std::size_t end, Month t, const CoupledWorlds& worlds,
                         Block& block) {
  std::fill(block.cells.begin(), block.cells.end(), 0);
  std::fill(block.since.begin(), block.since.end(), 0);
  std::fill(block.alike.begin(), block.alike.end(), CellCount{});
  block.changes.clear();
  const bool noting = history_.is_open();
  for (std::size_t p = begin; p < end; ++p) {
    const JobCode code = job_code(worlds, p);
    if (noting && history_.now(p) != code) {
      history_.now(p) = code;
      block.changes.push_back({static_cast<std::uint32_t>(p), code});
    }
    if (!same_everywhere(code))
      who_.differs[p] = 1;
    else if (!who_.takes_part(p))
      continue;
    add_person(p, t, code, worlds.frozen->measure[p] != 0, block);
  }
}

void Accounts::sum_up(std::size_t month) {
  const std::size_t size = groups_.size() * measures_ * width, row = measures_ * width;
  std::vector<JobHistory::Change> changes;
  for (const Block& block : blocks_) {
    for (std::size_t k = 0; k < size; ++k) cells_[month * size + k] += block.cells[k];
    for (std::size_t first = 0; first < static_cast<std::size_t>(window_); ++first) {
      if (first > month) break;
      const std::size_t since = month - first + static_cast<std::size_t>(window_) - 1;
      for (std::size_t k = 0; k < row; ++k) since_[since * row + k] += block.since[first * row + k];
    }
    for (std::size_t k = 0; k < block.alike.size(); ++k) {
      CellCount& sum = alike_[month * block.alike.size() + k];
      sum.persons += block.alike[k].persons;
      for (std::size_t f = 0; f < 2; ++f) {
        sum.policy[f] += block.alike[k].policy[f];
        sum.other[f] += block.alike[k].other[f];
      }
    }
    changes.insert(changes.end(), block.changes.begin(), block.changes.end());
  }
  if (history_.is_open()) history_.month(std::move(changes));
}

// Who is relabelled or taken off a measure in one of the worlds P and 0, and so in F or in 0, but
// not in both.
void Accounts::note_reached(Month t, const MonthOfStarts& policy, const MonthOfStarts& other) {
  const auto note = [&](std::span<const std::uint32_t> a, std::span<const std::uint32_t> b,
                        Phase how) {
    std::vector<std::uint32_t> one_alone;
    std::set_symmetric_difference(a.begin(), a.end(), b.begin(), b.end(),
                                  std::back_inserter(one_alone));
    for (const std::uint32_t p : one_alone) who_.reach(p, how, t);
  };
  note(policy.relabelled, other.relabelled, Phase::relabelled);
  note(policy.ended, other.ended, Phase::cut);
}

void Accounts::month(Month t, const CoupledWorlds& worlds, const MonthOfStarts& policy,
                     const MonthOfStarts& other) {
  const auto month = static_cast<std::size_t>(t - plan_.evaluation.start);
  with_g_ = worlds.no_substitution != nullptr;
  with_twin_ = worlds.twin != nullptr;
  const bool in_window = static_cast<int>(month) < window_;
  // Both worlds give places: those alike in both are no part of the contrast.
  const bool two_budgets =
      plan_.evaluation.contrast == Contrast::marginal || plan_.evaluation.post_76_only;
  if (in_window) {
    for (const auto& start : counting_starts(policy.started, other.started, two_budgets))
      take_in(start, t);
    if (two_budgets)
      for (const auto& start : counting_starts(policy.cut, other.cut, true)) take_in(start, t);
  }
  note_reached(t, policy, other);
  hires_.month(t, in_window ? policy.started : std::span<const MeasureStart>{}, *worlds.other);
  parallel::for_blocks(people_.size(), block_size_of(people_.size()),
                       [&](std::size_t begin, std::size_t end, std::size_t block) {
                         add_block(begin, end, t, worlds, blocks_[block]);
                       });
  sum_up(month);
  if (static_cast<int>(month) + 1 == window_) history_.close();
  if (month + 1 == months_) count_affected();
  check_cells(month);
  check_margins(month);
  check_stocks(month, worlds);
}

void Accounts::count_affected() {
  for (std::size_t p = 0; p < people_.size(); ++p) {
    if (who_.differs[p] == 0 && !who_.takes_part(p)) continue;
    const auto membership = groups_.of(p, who_.long_term[p] != 0);
    for (std::size_t k = 0; k <= groups_.parts().size(); ++k) ++affected_[membership.group[k]];
  }
}

void Accounts::add_up(const Company& company) {
  if (company.is_alone()) return;
  CompanySum sums;
  sums.add(participants_);
  sums.add(affected_);
  for (auto& world : employment_) sums.add(world);
  hires_.add_to(sums);
  sums.over(company);
  std::vector<std::int32_t*> cells;
  for (auto* table : {&cells_, &since_})
    for (std::int32_t& cell : *table) cells.push_back(&cell);
  for (CellCount& count : alike_) {
    cells.push_back(&count.persons);
    for (auto* flavours_of : {&count.policy, &count.other})
      for (std::int32_t& cell : *flavours_of) cells.push_back(&cell);
  }
  add_cells(cells, company);
}

Bounds Accounts::deadweight_bounds(std::size_t flavour, std::size_t measure,
                                   std::size_t month) const {
  const std::size_t first = (month * measures_ + measure) * alike_cells;
  return frechet({&alike_[first], alike_cells}, flavour);
}

std::int64_t Accounts::total(Flow flow, std::size_t flavour) const {
  std::int64_t sum = 0;
  for (std::size_t month = 0; month < months_; ++month)
    for (std::size_t m = 0; m < measures_; ++m) sum += at(flow, flavour, 0, m, month);
  return sum;
}

} // namespace tiltak
