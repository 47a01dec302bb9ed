#include <tiltak/engine/appropriation.hpp>

#include <algorithm>
#include <numeric>

namespace tiltak {
namespace {

Money part_of_year(Money year, int months) {
  return Money{year.ore / 12 * months + year.ore % 12 * months / 12};
}

} // namespace

Appropriation::Appropriation(const Plan& plan, const Pools& pools, const Draws& draws,
                             const Company& company)
    : plan_(&plan), pools_(&pools), draws_(&draws), company_(&company), accounts_(pools.size()),
      elsewhere_(plan.measures.size(), 0), notified_elsewhere_(plan.measures.size(), 0),
      lowered_(pools.size(), 1.0), allowance_share_(plan.budget.frictions.benefit_usual),
      keeps_(plan.measures.size(), 0.95), ordered_(plan.measures.size(), 0) {
  registered_.emplace_back(pools.persons.begin(), pools.persons.end());
  for (Pool& pool : accounts_) {
    pool.running.assign(plan.measures.size(), 0);
    pool.notified.assign(plan.measures.size(), 0);
  }
}

void Appropriation::go_on_under(const Plan& plan, const Pools& pools, const Draws& draws) {
  if (pools.size() != pools_->size()) {
    Appropriation anew(plan, pools, draws, *company_);
    anew.roster_ = roster_;
    anew.roster_.assign(pools);
    Money granted, spent;
    for (const Pool& pool : accounts_) granted += pool.granted, spent += pool.spent;
    const auto key = anew.key();
    const auto granted_parts = share_out(granted, key), spent_parts = share_out(spent, key);
    for (std::size_t j = 0; j < pools.size(); ++j) {
      anew.accounts_[j].granted = granted_parts[j];
      anew.accounts_[j].spent = spent_parts[j];
    }
    anew.year_ = year_;
    anew.granted_ = granted_;
    anew.given_out_ = given_out_;
    anew.elsewhere_ = elsewhere_;
    *this = anew;
  }
  plan_ = &plan;
  pools_ = &pools;
  draws_ = &draws;
  level_changed_ = true;
}

void Appropriation::open_month(Month t, const Published& published) {
  const bool first = year_ == GroupMoney{} && granted_ == Money{};
  const bool started = t >= plan_->start;
  now_ = t;
  gap_ = started ? unemployment_gap(plan_->budget.rule, published) : 0;
  if (first || t.month() == 1)
    turn_year(published);
  else if (level_changed_ || (started && is_decided(plan_->budget.rule.revisions, t.month())))
    revise(published);
  level_changed_ = false;
  if (t.month() == 9)
    for (Pool& pool : accounts_) pool.with_suppliers = Money{};
  std::fill(ordered_.begin(), ordered_.end(), 0);
  queue_ = {};
  planned_ = {};
  learn_exits();
  count();
}

// Before the recorded months the first year's money is given every year.
GroupMoney Appropriation::decide(const Published& published) const {
  const BudgetPlan& budget = plan_->budget;
  GroupMoney money = budget.level;
  if (now_ >= plan_->start || budget.rule.kind == BudgetRule::Kind::path) {
    double places = 0, cost = 0; // of a job seeker's place
    for (const Measure& m : plan_->measures)
      if (m.post == Post::post_76 && m.group == MeasureGroup::job_seekers) {
        places += m.composition;
        cost += m.composition * static_cast<double>(m.mean_price().ore);
      }
    const Money place{places > 0 ? static_cast<std::int64_t>(12 * cost / places) : 0};
    money = year_money(budget.rule, money, place, std::max(now_, plan_->start).year(), published);
  }
  if (level_ != 1)
    for (Money& group : money) group = scale(group, level_);
  return money;
}

// Offices and counties lose what they have not spent; the state's post carries a part of it over.
void Appropriation::turn_year(const Published& published) {
  const Frictions& frictions = plan_->budget.frictions;
  const Money last_year = sum(year_);
  year_ = decide(published);
  const Money year = part_of_year(sum(year_), 13 - now_.month());
  Money unspent, carried;
  for (std::size_t j = 0; j < accounts_.size(); ++j) {
    const Pool& pool = accounts_[j];
    const Money left = pool.granted - pool.spent;
    unspent += left;
    const double share = pool.granted.ore > 0
                             ? static_cast<double>(left.ore) / static_cast<double>(pool.granted.ore)
                             : 0;
    lowered_[j] = frictions.lapse ? 1 - frictions.ratchet * share : 1;
  }
  if (frictions.lapse) carried = std::min(unspent, scale(last_year, frictions.carry_over));
  const auto weights = key();
  const auto parts = share_out(year + carried, weights);
  const auto regular = share_out(sum(year_), weights);
  granted_ = given_out_ = Money{};
  for (std::size_t j = 0; j < accounts_.size(); ++j) {
    Pool& pool = accounts_[j];
    const Money kept = frictions.lapse ? Money{} : pool.granted - pool.spent;
    pool.granted = parts[j] + kept;
    pool.regular = regular[j];
    pool.spent = pool.reported = pool.with_suppliers = Money{};
    pool.late = frictions.late_money ? scale(pool.granted, frictions.late_share) : Money{};
    granted_ += pool.granted;
  }
}

// The change holds for what is left of the year. It takes no money that is spent already.
void Appropriation::revise(const Published& published) {
  const GroupMoney before = year_;
  year_ = decide(published);
  const Money change = part_of_year(sum(year_) - sum(before), 13 - now_.month());
  const auto weights = key();
  const auto parts = share_out(change, weights);
  const auto whole_year = share_out(sum(year_) - sum(before), weights);
  for (std::size_t j = 0; j < accounts_.size(); ++j) {
    Pool& pool = accounts_[j];
    const Money here = std::max(parts[j], -pool.available());
    pool.granted += here;
    pool.regular += whole_year[j];
    pool.late = std::min(pool.late, pool.available());
    granted_ += here;
  }
}

// The key: who is registered, on a mean of the months that have passed or as it is.
std::vector<double> Appropriation::key() const {
  std::vector<double> weights(accounts_.size(), 0.0);
  const bool lags = plan_->budget.frictions.county_key;
  for (std::size_t m = lags ? 0 : registered_.size() - 1; m < registered_.size(); ++m)
    for (std::size_t j = 0; j < weights.size(); ++j) weights[j] += registered_[m][j];
  for (std::size_t j = 0; j < weights.size(); ++j) weights[j] *= lowered_[j];
  return weights;
}

// What runs this month, those apart whose time is up.
void Appropriation::count() {
  CompanySum sums;
  for (Pool& pool : accounts_) {
    std::fill(pool.running.begin(), pool.running.end(), 0);
    pool.running_cost = Money{};
    sums.add(pool.running);
    sums.add(pool.running_cost);
  }
  std::fill(elsewhere_.begin(), elsewhere_.end(), 0);
  sums.add(elsewhere_);
  for (const Participant& one : roster_.all()) {
    if (one.planned_end <= now_.index) continue;
    if (plan_->measures[one.measure].post != Post::post_76) {
      ++elsewhere_[one.measure];
      continue;
    }
    Pool& pool = accounts_[one.pool];
    ++pool.running[one.measure];
    pool.running_cost += cost_of(one, plan_->measures, now_);
  }
  sums.over(*company_);
}

// Of those who ran a month ago, before that month's orders, how many are there as this one begins.
void Appropriation::learn_exits() {
  std::vector<std::int64_t> there(keeps_.size(), 0);
  std::vector<double> ran(keeps_.size(), 0.0);
  Money cost;
  double cost_then = 0;
  for (const Pool& pool : accounts_) {
    for (std::size_t m = 0; m < ran.size(); ++m) ran[m] += static_cast<double>(pool.running[m]);
    cost_then += static_cast<double>(pool.running_cost.ore);
  }
  for (const Participant& one : roster_.all()) {
    const Measure& measure = plan_->measures[one.measure];
    const int last = measure.notice > 0 ? now_.index - 1 : now_.index - 2; // opened places ran
    if (measure.post != Post::post_76 || one.start > last || one.planned_end <= now_.index)
      continue;
    ++there[one.measure];
    cost += cost_of(one, plan_->measures, now_);
  }
  CompanySum sums;
  sums.add(there);
  sums.add(cost);
  sums.over(*company_);
  for (std::size_t m = 0; m < keeps_.size(); ++m)
    if (ran[m] > 0)
      keeps_[m] += (std::min(1.0, static_cast<double>(there[m]) / ran[m]) - keeps_[m]) / 12;
  if (cost_then > 0)
    keeps_cost_ += (std::min(1.0, static_cast<double>(cost.ore) / cost_then) - keeps_cost_) / 12;
}

namespace {

// A participant whose month the money may not pay for, as she stands in the queue of those who end.
struct Bound {
  bool bound;
  std::uint16_t pool;
  std::uint32_t lot, person; // of the country
  std::int64_t order, cost; // ore
  bool operator<(const Bound& other) const {
    if (bound != other.bound) return other.bound;
    if (order != other.order) return order > other.order;
    return lot != other.lot ? lot < other.lot : person < other.person;
  }
};

// The first of a queue, until their costs cover the excess.
void keep_those_who_end(std::vector<Bound>& queue, Money excess) {
  std::sort(queue.begin(), queue.end());
  std::size_t end = 0;
  for (; end < queue.size() && excess.ore > 0; ++end) excess -= Money{queue[end].cost};
  queue.resize(end);
}

} // namespace

std::vector<std::uint32_t> Appropriation::beyond_the_money() const {
  const auto excess = [&](std::size_t j) {
    return accounts_[j].running_cost - accounts_[j].available();
  };
  const bool contracts = plan_->budget.frictions.contracts;
  std::vector<std::vector<Bound>> queues(accounts_.size());
  bool any = false;
  for (std::size_t j = 0; j < queues.size(); ++j) any = any || excess(j) > Money{};
  if (!any) return {};
  for (const Participant& one : roster_.all()) {
    const Measure& measure = plan_->measures[one.measure];
    if (measure.post != Post::post_76 || one.planned_end <= now_.index ||
        excess(one.pool) <= Money{})
      continue;
    const std::int64_t cost = cost_of(one, plan_->measures, now_).ore;
    queues[one.pool].push_back(
        {contracts && now_.index - one.start < measure.commitment, one.pool,
         draws_->word(PersonId{one.person}, now_.index, Purpose::quit_measure),
         one.person + 4 * draws_->first_group(), contracts ? cost : 0, cost});
  }
  std::vector<Bound> first; // whoever ends in the country is among the first of those here
  for (std::size_t j = 0; j < queues.size(); ++j) {
    keep_those_who_end(queues[j], excess(j));
    first.insert(first.end(), queues[j].begin(), queues[j].end());
    queues[j].clear();
  }
  for (const Bound& one : company_->gather(first)) queues[one.pool].push_back(one);
  std::vector<std::uint32_t> persons;
  for (std::size_t j = 0; j < queues.size(); ++j) {
    keep_those_who_end(queues[j], excess(j));
    for (const Bound& one : queues[j]) persons.push_back(one.person);
  }
  std::sort(persons.begin(), persons.end());
  return persons;
}

} // namespace tiltak
