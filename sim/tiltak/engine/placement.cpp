#include <tiltak/engine/placement.hpp>

#include <algorithm>
#include <numeric>

#include <tiltak/core/draw_words.hpp>
#include <tiltak/core/exact.hpp>

namespace tiltak {

Placement::Placement(const Choosing& choosing, const Gains& gains)
    : choosing_(std::make_shared<const Choosing>(choosing)), gains_(&gains),
      appropriation_(choosing.plan, choosing.pools, choosing.draws, choosing.company) {}

void Placement::go_on_under(const Choosing& choosing, const Gains& gains) {
  const bool divided_otherwise = !same_pools(choosing_->plan, choosing.plan);
  choosing_ = std::make_shared<const Choosing>(choosing);
  gains_ = &gains;
  appropriation_.go_on_under(choosing.plan, choosing.pools, choosing.draws);
  if (divided_otherwise) follow_persons();
}

// Those who have a notice are of other pools now. All of a company know everybody's notices; her
// pool is known to the one who has her.
void Placement::follow_persons() {
  std::vector<std::int64_t> pools(notices_.size(), 0);
  for (std::size_t k = 0; k < pools.size(); ++k)
    if (const auto p = here(notices_[k].start.person)) pools[k] = choosing().pools.of[*p];
  choosing().company.sum(pools);
  appropriation_.forget_notified();
  for (std::size_t k = 0; k < pools.size(); ++k) {
    Start& start = notices_[k].start;
    start.pool = static_cast<std::uint16_t>(pools[k]);
    appropriation_.notify(start.pool, start.measure);
  }
}

std::optional<std::uint32_t> Placement::here(std::uint32_t person) const {
  const People& people = choosing().people;
  if (person < people.first || person - people.first >= people.size()) return {};
  return person - static_cast<std::uint32_t>(people.first);
}

std::vector<Start> Placement::here(const std::vector<Start>& starts) const {
  std::vector<Start> ours;
  for (Start start : starts)
    if (const auto p = here(start.person)) {
      start.person = *p;
      ours.push_back(start);
    }
  return ours;
}

void Placement::open_month(Month t, const Published& published, Decisions& decisions) {
  decisions = {};
  appropriation_.open_month(t, published);
  for (const std::uint32_t person : appropriation_.beyond_the_money())
    if (const auto p = here(person)) decisions.cuts.push_back(*p);
  std::erase_if(drop_outs_, [&](const auto& entry) {
    const auto p = here(entry.second.person);
    if (entry.first == t && p) decisions.drop_outs.push_back({*p, entry.second.start});
    return entry.first <= t;
  });
  decisions.threat.assign(choosing().plan.market.segments(), 1.0f);
}

void Placement::close_door(Decisions& decisions) {
  for (const Notice& notice : notices_)
    if (const auto p = here(notice.start.person)) decisions.forgotten.push_back(*p);
  notices_.clear();
  appropriation_.forget_notified();
}

// Those of the country whose places open now.
std::vector<Start> Placement::opening(Month t, Decisions& decisions) {
  std::vector<Start> starts;
  std::erase_if(notices_, [&](const Notice& notice) {
    if (notice.opens != t) return false;
    if (appropriation_.opens(notice.start.pool, notice.start.measure))
      starts.push_back(notice.start);
    else if (const auto p = here(notice.start.person))
      decisions.forgotten.push_back(*p);
    return true;
  });
  return starts;
}

void Placement::place(Month t, const World& world, std::span<const double> vacancies, bool on_post,
                      bool elsewhere, Decisions& decisions) {
  std::vector<Start> starts = opening(t, decisions), notices;
  Candidates queue = candidates(choosing(), t, world);
  Orders orders = appropriation_.orders(queue.counts, vacancies);
  if (!on_post) std::fill(orders.by_pool.begin(), orders.by_pool.end(), 0);
  if (!elsewhere) std::fill(orders.elsewhere.begin(), orders.elsewhere.end(), 0);
  const auto chosen =
      allocate(choosing(), t, world, orders, queue, *gains_, appropriation_.caseload());
  for (const Start& start : chosen) {
    const int notice = choosing().plan.measures[start.measure].notice;
    if (notice == 0) {
      starts.push_back(start);
    } else {
      notices.push_back(start);
      notices_.push_back({start, t + notice});
      appropriation_.notify(start.pool, start.measure);
    }
  }
  std::sort(starts.begin(), starts.end(),
            [](const Start& a, const Start& b) { return a.person < b.person; });
  for (const Start& start : starts)
    if (start.drops > 0)
      drop_outs_.emplace_back(t + start.drops,
                              DropOut{start.person, static_cast<std::int16_t>(t.index)});
  decisions.starts = here(starts);
  decisions.notices = here(notices);
  relabel(t, queue, decisions);
  threaten(queue, decisions);
}

// B19: where more of those with reduced capacity have a place than of the job seekers, some job
// seekers are registered as such; the more, the larger the difference.
void Placement::relabel(Month t, Candidates& queue, Decisions& decisions) const {
  const Frictions& frictions = choosing().plan.budget.frictions;
  if (!frictions.relabelling) return;
  const Catalogue& catalogue = choosing().plan.measures;
  std::array<double, 2> on_measure{}, waiting{};
  for (const Pool& pool : appropriation_.pools())
    for (std::size_t m = 0; m < catalogue.size(); ++m)
      on_measure[static_cast<std::size_t>(catalogue[m].group)] +=
          static_cast<double>(pool.running[m]);
  for (std::size_t k = 0; k < queue.counts.size(); ++k)
    waiting[k % 2] += static_cast<double>(queue.counts[k]);
  if (on_measure[0] <= 0 || on_measure[1] <= 0) return;
  const auto coverage = [&](std::size_t g) { return on_measure[g] / (on_measure[g] + waiting[g]); };
  const double ratio = coverage(1) / coverage(0);
  const double rate = frictions.relabel_rate * exact::log(ratio);
  if (rate <= 0) return;
  std::vector<std::uint32_t> seekers;
  for (std::size_t j = 0; j < choosing().pools.size(); ++j)
    for (const Candidate& who : queue.of(j, 0)) seekers.push_back(who.person);
  std::vector<std::uint32_t> words(seekers.size());
  words_of(choosing().draws, seekers, t.index, Purpose::relabel, words);
  for (std::size_t k = 0; k < seekers.size(); ++k)
    if (Draws::unit(words[k]) < rate) decisions.relabelled.push_back(seekers[k]);
  std::sort(decisions.relabelled.begin(), decisions.relabelled.end());
}

// Where a place is given without notice, the threat lies on all who may get one, in proportion to
// the rate of placement in their segment this month: no places, no threat.
void Placement::threaten(Candidates& queue, Decisions& decisions) const {
  const auto& segment_of = choosing().plan.market.segmentation.of;
  const Catalogue& catalogue = choosing().plan.measures;
  const std::size_t segments = decisions.threat.size();
  std::vector<std::int64_t> placed(segments * catalogue.size(), 0), persons(segments, 0);
  const auto segment = [&](std::uint32_t p) {
    return segment_of[choosing().people.county[p]][choosing().people.skill[p]];
  };
  for (const Start& start : decisions.starts) {
    const Measure& measure = catalogue[start.measure];
    if (measure.group == MeasureGroup::job_seekers && measure.notice == 0)
      ++placed[segment(start.person) * catalogue.size() + start.measure];
  }
  for (std::size_t j = 0; j < choosing().pools.size(); ++j)
    for (const Candidate& who : queue.of(j, 0)) ++persons[segment(who.person)];
  CompanySum sums;
  sums.add(placed);
  sums.add(persons);
  sums.over(choosing().company);
  for (std::size_t s = 0; s < segments; ++s) {
    double weight = 0;
    for (std::size_t m = 0; m < catalogue.size(); ++m)
      weight += static_cast<double>(placed[s * catalogue.size() + m]) * catalogue[m].threat;
    if (weight != 0 && persons[s] > 0)
      decisions.threat[s] =
          static_cast<float>(exact::exp(weight / static_cast<double>(persons[s])));
  }
}

void Placement::close_month(const Tally& tally, const World& world) {
  appropriation_.close_month(tally, world);
}

} // namespace tiltak
