// The months of an appropriation: what is ordered, and what is spent.
#include <algorithm>
#include <numeric>

#include <tiltak/engine/appropriation.hpp>

namespace tiltak {
namespace {

// The place target is striven for, with this room (AFI 2016: 3 per cent of the total).
constexpr double place_tolerance = 0.97;

// Mean price of a month where this part of the participants is paid an allowance; where another
// post pays it, it is in no price.
Money price_of(const Measure& m, const Frictions& frictions, double paid) {
  if (!pays_allowance(m)) return m.mean_price();
  const Money without = m.mean_price() - frictions.benefit_in(m.price);
  return frictions.benefit_crowding ? without + scale(frictions.benefit, paid) : without;
}

// The most that a place can cost in its first month.
Money most_of(const Measure& m, const Frictions& frictions) {
  return std::max(m.price, m.mean_price()) - m.mean_price() + price_of(m, frictions, 1);
}

} // namespace

void Appropriation::notify(std::uint32_t person, std::uint8_t measure) {
  if (plan_->measures[measure].post == Post::post_76)
    ++accounts_[pools_->of[person]].notified[measure];
  else
    ++notified_elsewhere_[measure];
}

bool Appropriation::opens(std::uint32_t person, std::uint8_t measure) {
  const Measure& entry = plan_->measures[measure];
  if (entry.post != Post::post_76) {
    --notified_elsewhere_[measure];
    ++elsewhere_[measure];
    return true;
  }
  Pool& pool = accounts_[pools_->of[person]];
  --pool.notified[measure];
  const Money cost = pool.running_cost + most_of(entry, plan_->budget.frictions);
  if (cost > pool.available()) return false;
  ++pool.running[measure];
  pool.running_cost = cost;
  return true;
}

void Appropriation::forget_notified() {
  for (Pool& pool : accounts_) std::fill(pool.notified.begin(), pool.notified.end(), 0);
  std::fill(notified_elsewhere_.begin(), notified_elsewhere_.end(), 0);
}

// Group shares of the money: by quota, or by who is registered.
GroupMoney Appropriation::shares(std::span<const std::int64_t> queue) const {
  if (plan_->budget.frictions.group_quota) return year_;
  std::array<double, 2> registered{};
  for (std::size_t k = 0; k < queue.size(); ++k) registered[k % 2] += static_cast<double>(queue[k]);
  for (const Participant& one : roster_.all())
    registered[static_cast<std::size_t>(plan_->measures[one.measure].group)] += 1;
  const double all = registered[0] + registered[1];
  return split_on_groups(plan_->measures, sum(year_), all > 0 ? registered[1] / all : 0);
}

MonthTerms Appropriation::terms(std::span<const std::int64_t> queue) const {
  const BudgetPlan& budget = plan_->budget;
  const Catalogue& catalogue = plan_->measures;
  MonthTerms terms;
  terms.month = now_.month();
  terms.shows = shows_;
  terms.keeps = keeps_;
  terms.keeps_cost = keeps_cost_;
  terms.weight = money_weights(catalogue, shares(queue), budget.frictions.cyclical_mix ? gap_ : 0);
  if (budget.frictions.place_target) {
    Money left;
    for (const Pool& pool : accounts_) left += pool.granted - pool.spent;
    const double planned = static_cast<double>(sum(budget.level).ore) / 12;
    const auto normal = money_weights(catalogue, budget.level, 0);
    terms.weight = tilted(catalogue, std::move(terms.weight),
                          static_cast<double>(left.ore) / terms.months_left(),
                          place_tolerance * places_for(planned, catalogue, normal));
  }
  for (const Measure& m : catalogue) {
    terms.price.push_back(price_of(m, budget.frictions, allowance_share_));
    terms.most.push_back(most_of(m, budget.frictions));
    const double batch = budget.frictions.office_pools ? m.batch : m.batch * budget.scale;
    terms.batch.push_back(std::max(1, static_cast<int>(batch + 0.5)));
  }
  return terms;
}

Orders Appropriation::orders(std::span<const std::int64_t> queue,
                             std::span<const double> vacancies) {
  const std::size_t n = plan_->measures.size();
  note_queue(queue);
  MonthTerms common = terms(queue);
  Orders orders;
  for (std::size_t j = 0; j < accounts_.size(); ++j) {
    const Luck luck = [&](std::size_t m, unsigned offset) {
      const PersonId id{static_cast<std::uint32_t>(j * (most_measures + 1) + m)};
      return draws_->uniform(id, offset == 0 ? 0 : now_.index, Purpose::places, offset);
    };
    Pool& pool = accounts_[j];
    common.offers = vacancies.empty() ? 1 : vacancies[pools_->county[j]];
    const auto wanted = wanted_places(pool, plan_->measures, plan_->budget.frictions, common);
    const auto places =
        new_places(pool, wanted, plan_->measures, plan_->budget.frictions, common, luck);
    orders.by_pool.insert(orders.by_pool.end(), places.begin(), places.end());
    planned_ += pool.running_cost;
    for (std::size_t m = 0; m < n; ++m) {
      if (plan_->measures[m].notice > 0) continue;
      planned_ += common.price[m] * places[m];
      ordered_[m] += places[m];
    }
  }
  orders.elsewhere.assign(n, 0);
  for (std::size_t m = 0; m < n; ++m) {
    if (plan_->measures[m].post == Post::post_76) continue;
    orders.elsewhere[m] =
        std::max<std::int64_t>(0, plan_->budget.places[m] - elsewhere_[m] - notified_elsewhere_[m]);
    if (plan_->measures[m].notice == 0) ordered_[m] = orders.elsewhere[m];
  }
  return orders;
}

void Appropriation::note_queue(std::span<const std::int64_t> queue) {
  std::vector<double> registered(accounts_.size(), 0.0);
  for (std::size_t k = 0; k < queue.size(); ++k) {
    registered[k / 2] += static_cast<double>(queue[k]);
    queue_[k % 2] += queue[k];
  }
  for (const Participant& one : roster_.all()) registered[one.pool] += 1;
  if (first_registered_ == 0 && now_ >= plan_->start)
    first_registered_ = std::accumulate(registered.begin(), registered.end(), 0.0);
  registered_.push_back(std::move(registered));
  if (registered_.size() > static_cast<std::size_t>(plan_->budget.frictions.key_months))
    registered_.erase(registered_.begin());
}

double Appropriation::caseload() const {
  if (first_registered_ == 0) return 1;
  const auto& now = registered_.back();
  return std::accumulate(now.begin(), now.end(), 0.0) / first_registered_;
}

// Money bound at the end of a month: until the place ends, its commitment or the year does.
Money Appropriation::bound(const Participant& one) const {
  const Measure& measure = plan_->measures[one.measure];
  const int next = now_.index + 1, past = next - one.start;
  int months = std::min(one.planned_end - next, 12 - now_.month());
  if (measure.commitment > 0)
    months = std::min(months, measure.commitment - past % measure.commitment);
  return cost_of(one, plan_->measures, now_) * std::max(0, months);
}

void Appropriation::close_month(const Tally& tally, const World& world) {
  const Frictions& frictions = plan_->budget.frictions;
  const std::size_t n = plan_->measures.size();
  roster_.update(tally, world, plan_->measures, *pools_, frictions);
  const std::vector<Money> none(n);
  const std::vector<std::int64_t> zero(n, 0);
  std::vector<std::int64_t> ran = elsewhere_;
  for (const Pool& pool : accounts_)
    for (std::size_t m = 0; m < n; ++m) ran[m] += pool.running[m];
  month_ = {none, none, none, ran, zero, zero, zero};
  for (Pool& pool : accounts_) pool.reported = pool.spent; // without this month
  std::int64_t paid = 0, could_be = 0;
  Money spent;
  for (const Participant& one : roster_.all()) {
    const Money cost = cost_of(one, plan_->measures, now_);
    month_.spent[one.measure] += cost;
    month_.committed[one.measure] += bound(one);
    ++month_.participants[one.measure];
    if (plan_->measures[one.measure].post == Post::post_76) {
      accounts_[one.pool].spent += cost;
      spent += cost;
    }
    paid += one.allowance > 0;
    could_be += pays_allowance(plan_->measures[one.measure]);
  }
  if (could_be > 0) allowance_share_ = static_cast<double>(paid) / static_cast<double>(could_be);
  for (const MeasureStart& start : tally.started) ++month_.starts[start.measure];
  for (std::size_t m = 0; m < n; ++m) {
    month_.places[m] += ordered_[m];
    month_.queue[m] = queue_[static_cast<std::size_t>(plan_->measures[m].group)];
  }
  settle();
}

// What the month was given, and what suppliers hold: contract places that stood empty are paid
// for, and the money comes back in September.
void Appropriation::settle() {
  const int left = 13 - now_.month();
  const Money given{(granted_ - given_out_).ore / left};
  given_out_ += given;
  const auto weights = money_weights(plan_->measures, year_, 0);
  const auto parts = share_out(given, weights);
  for (std::size_t m = 0; m < parts.size(); ++m)
    month_.appropriated[m] = plan_->measures[m].post == Post::post_76
                                 ? parts[m]
                                 : plan_->measures[m].price * plan_->budget.places[m];
  for (Pool& pool : accounts_) {
    if (now_.month() >= 10) pool.late -= Money{pool.late.ore / left};
    if (!plan_->budget.frictions.refunds || now_.month() >= 9 || pool.bought.empty()) continue;
    for (std::size_t m = 0; m < pool.bought.size(); ++m) {
      if (!plan_->measures[m].on_contract()) continue;
      const double empty = pool.bought[m] - static_cast<double>(pool.running[m]);
      const Money paid = scale(plan_->measures[m].price, std::max(0.0, empty));
      pool.with_suppliers += paid;
    }
    const Money most = scale(pool.granted, plan_->budget.frictions.refund_share);
    pool.with_suppliers =
        std::min({pool.with_suppliers, most, std::max(Money{}, pool.granted - pool.spent)});
  }
}

} // namespace tiltak
