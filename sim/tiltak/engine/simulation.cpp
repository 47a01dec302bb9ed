#include <tiltak/engine/simulation.hpp>

#include <algorithm>
#include <array>

#include <tiltak/core/draw_words.hpp>
#include <tiltak/core/parallel.hpp>
#include <tiltak/engine/sweep.hpp>

namespace tiltak {
namespace {

// Numbers of the worlds; those on request come after the three that are always there.
constexpr std::size_t policy = 0, other = 1, frozen = 2;

} // namespace

Simulation::Simulation(const Plan& plan, std::uint32_t replication, const Plan* against,
                       const Plan* history, const Company& company)
    : plan_(plan), common_(plan, replication, company),
      demography_(common_.people, plan.first(), plan.all_months()) {
  if (against) against_.emplace(common_, *against);
  if (history) history_.emplace(common_, *history);
  worlds_.emplace_back(history ? *history_ : common_, WorldRule{});
}

std::size_t Simulation::worlds_in_all() const {
  const EvaluationPlan& evaluation = plan_.evaluation;
  if (!is_coupled()) return 1;
  if (evaluation.stocks_only) return 2;
  return 3u + evaluation.no_substitution + evaluation.twins;
}

void Simulation::run(Recorder& recorder, const Progress& progress, const MonthEnd& month_end) {
  const Month from = plan_.evaluation.start;
  const Month to = from + plan_.evaluation.window + plan_.evaluation.tail;
  if (done_ == 0) recorder.begin(common_.people, worlds_in_all());
  while (done_ < plan_.all_months()) {
    // Who makes checkpoints stops when one is made.
    if (!month_end || stop_requested() == Stop::interrupt) check_stop();
    const Month t = plan_.first() + done_;
    if (plan_.evaluation.window_only && t >= from + plan_.evaluation.window) break;
    if (is_coupled() && t == from) part(t);
    month(t);
    if (accounts_ && t >= from && t < to) account(t);
    for (std::size_t w = 0; w < worlds_.size() && done_ >= plan_.burn_in; ++w)
      recorder.month(done_ - plan_.burn_in, w, worlds_[w], t);
    ++done_;
    if (month_end) month_end(t + 1);
    progress("simulating", static_cast<std::uint64_t>(done_),
             static_cast<std::uint64_t>(plan_.all_months()));
  }
  if (accounts_) accounts_->add_up(common_.company);
  recorder.end(worlds_);
}

bool Simulation::window_open(Month t) const {
  return !is_coupled() || t < plan_.evaluation.start + plan_.evaluation.window;
}

// A month, in its fixed order, for every world. Worlds that are offered places or forced a market
// come after those that have them.
void Simulation::month(Month t) {
  for (auto& world : worlds_) world.begin_month(t);
  const auto persons = demography_.events(t);
  for (const std::uint32_t p : persons)
    common_.types[p] = static_cast<std::uint16_t>(
        type_of(common_.people.base[p], age_band(common_.people.age(p, t))));
  for (auto* same : {&against_, &history_})
    if (*same) (*same)->types = common_.types;
  for (auto& world : worlds_) world.demographic_events(persons, t);
  for (auto& world : worlds_)
    world.choose_starts(t, window_open(t), &worlds_[world.rule().offering]);
  for (auto& world : worlds_) { // search meets vacancies: tightness by segment
    const auto& market = world.rule().market;
    world.clear_market(t, market ? &worlds_[*market] : nullptr);
  }
  transitions(t); // ends of measures, competing risks, starts
  for (auto& world : worlds_) world.end_month(t); // employers react to what really happened
}

// One pass: a person has the same draw in every world.
void Simulation::transitions(Month t) {
  const std::size_t n = common_.people.size(), blocks = (n + sweep_size - 1) / sweep_size;
  std::vector<std::vector<Tally>> tallies(
      worlds_.size(), std::vector<Tally>(blocks, Tally(common_.setting.segments)));
  parallel::for_blocks(n, sweep_size, [&](std::size_t begin, std::size_t end, std::size_t block) {
    std::array<std::uint32_t, sweep_size> words;
    const auto first = static_cast<std::uint32_t>(begin);
    fill_words(common_.draws, first, t.index, Purpose::transition, words);
    for (std::size_t w = 0; w < worlds_.size(); ++w)
      worlds_[w].transitions(begin, end, t, words, tallies[w][block]);
  });
  for (std::size_t w = 0; w < worlds_.size(); ++w) worlds_[w].end_transitions(tallies[w], t);
}

void Simulation::part(Month t) {
  const EvaluationPlan& evaluation = plan_.evaluation;
  const bool marginal = evaluation.contrast == Contrast::marginal;
  const WorldEngine before = worlds_[policy];
  worlds_.clear();
  worlds_.reserve(most_worlds);
  if (history_) // from here on by the plan
    worlds_.emplace_back(before, WorldRule{}, common_, t);
  else
    worlds_.push_back(before);
  const WorldEngine& now = worlds_[policy];
  WorldRule second{.name = "none", .starts = StartRule::none};
  if (marginal)
    second = {.name = against_ ? "against" : "changed",
              .budget = against_ ? 1 : 1 + evaluation.change};
  worlds_.emplace_back(before, second, against_ ? *against_ : before.common(), t);
  if (evaluation.stocks_only) return;
  worlds_.emplace_back(
      now, WorldRule{.name = "frozen", .starts = StartRule::offered, .market = other}, common_, t);
  if (evaluation.no_substitution)
    worlds_.emplace_back(
        now,
        WorldRule{.name = "no_substitution", .starts = StartRule::offered, .substitution = false},
        common_, t);
  if (evaluation.twins)
    worlds_.emplace_back(
        now,
        WorldRule{
            .name = "twin", .starts = StartRule::offered, .offering = other, .market = policy},
        common_, t);
  accounts_.emplace(plan_, common_.people, now.world());
}

void Simulation::account(Month t) {
  CoupledWorlds coupled{&worlds_[policy].world(), &worlds_[other].world(),
                        &worlds_[frozen].world()};
  std::size_t next = frozen + 1;
  if (plan_.evaluation.no_substitution) coupled.no_substitution = &worlds_[next++].world();
  if (plan_.evaluation.twins) coupled.twin = &worlds_[next].world();
  const auto starts = [&](std::size_t w) {
    return starts_of(worlds_[w].world(), worlds_[w].tally(), worlds_[w].decisions(), t);
  };
  accounts_->month(t, coupled, starts(policy), starts(other));
}

} // namespace tiltak
