#include <tiltak/engine/simulation.hpp>

#include <algorithm>

namespace tiltak {
namespace {

constexpr std::size_t policy = 0, other = 1, frozen = 2;

} // namespace

Simulation::Simulation(const Plan& plan, std::uint32_t replication)
    : plan_(plan), common_(plan, replication),
      demography_(common_.people, plan.first(), plan.all_months()) {
  worlds_.emplace_back(common_, WorldRule{});
}

void Simulation::run(Recorder& recorder, const Progress& progress) {
  const bool coupled = plan_.evaluation.contrast != Contrast::policy_alone;
  const Month from = plan_.evaluation.start;
  const Month to = from + plan_.evaluation.window + plan_.evaluation.tail;
  recorder.begin(common_.people, coupled ? 3 : 1);
  for (int m = 0; m < plan_.all_months(); ++m) {
    check_stop();
    const Month t = plan_.first() + m;
    if (coupled && t == from) part();
    month(t);
    if (accounts_ && t >= from && t < to)
      accounts_->month(t, worlds_[policy].world(), worlds_[other].world(), worlds_[frozen].world());
    for (std::size_t w = 0; w < worlds_.size() && m >= plan_.burn_in; ++w)
      recorder.month(m - plan_.burn_in, w, worlds_[w], t);
    progress("simulating", static_cast<std::uint64_t>(m) + 1,
             static_cast<std::uint64_t>(plan_.all_months()));
  }
  recorder.end(worlds_);
}

bool Simulation::window_open(Month t) const {
  return plan_.evaluation.contrast == Contrast::policy_alone ||
         t < plan_.evaluation.start + plan_.evaluation.window;
}

// A month, in its fixed order, for every world: the first is policy, whose places may be offered,
// the second the one whose market may be forced on the third.
void Simulation::month(Month t) {
  for (auto& world : worlds_) world.begin_month();
  for (const std::uint32_t p : demography_.events(t)) { // ageing, arrivals, departures
    common_.types[p] = static_cast<std::uint16_t>(
        type_of(common_.people.base[p], age_band(common_.people.age(p, t))));
    for (auto& world : worlds_) world.demographic_event(p, t);
  }
  for (auto& world : worlds_) world.choose_starts(t, window_open(t), &worlds_[policy]);
  for (auto& world : worlds_) // search meets vacancies: tightness by segment
    world.clear_market(t, worlds_.size() > other ? &worlds_[other] : nullptr);
  for (auto& world : worlds_) // ends of measures, competing risks, starts
    world.transitions(t, &worlds_[policy]);
  for (auto& world : worlds_) world.end_month(t); // employers react to what really happened
}

void Simulation::part() {
  const bool marginal = plan_.evaluation.contrast == Contrast::marginal;
  const WorldRule second =
      marginal ? WorldRule{"changed", StartRule::own, false, 1 + plan_.evaluation.change}
               : WorldRule{"none", StartRule::none, false, 1};
  const WorldRule third{"frozen", StartRule::offered, true, 1};
  const WorldEngine now = worlds_[policy];
  worlds_.reserve(3);
  worlds_.emplace_back(now, second);
  Participation who = participation();
  worlds_.clear();
  worlds_.push_back(now);
  worlds_.emplace_back(now, second);
  worlds_.emplace_back(now, third);
  accounts_.emplace(plan_, common_.people, std::move(who));
}

// Who takes part is known only when the window has closed, and the accounts ask from its first
// month: the window is simulated once more, before it counts.
Participation Simulation::participation() {
  const std::size_t n = common_.people.size();
  Participation who{std::vector<std::int16_t>(n, never), std::vector<std::uint8_t>(n, 0)};
  const auto types = common_.types;
  const bool marginal = plan_.evaluation.contrast == Contrast::marginal;
  for (int m = 0; m < plan_.evaluation.window; ++m) {
    const Month t = plan_.evaluation.start + m;
    month(t);
    const auto note = [&](const MeasureStart& start) {
      if (who.first_start[start.person] != never) return;
      who.first_start[start.person] = static_cast<std::int16_t>(t.index);
      who.measure[start.person] = start.measure;
    };
    const auto& a = worlds_[policy].tally().started;
    const auto& b = worlds_[other].tally().started;
    if (!marginal) {
      for (const MeasureStart& start : a) note(start);
      continue;
    }
    const auto stands_in = [](const std::vector<MeasureStart>& starts, const MeasureStart& start) {
      const auto found =
          std::lower_bound(starts.begin(), starts.end(), start.person,
                           [](const MeasureStart& s, std::uint32_t p) { return s.person < p; });
      return found != starts.end() && found->person == start.person &&
             found->measure == start.measure;
    };
    for (const MeasureStart& start : a)
      if (!stands_in(b, start)) note(start);
    for (const MeasureStart& start : b)
      if (!stands_in(a, start)) note(start);
  }
  common_.types = types;
  return who;
}

} // namespace tiltak
