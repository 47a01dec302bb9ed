#include <tiltak/engine/world_engine.hpp>

#include <algorithm>

#include <tiltak/core/exact.hpp>
#include <tiltak/core/parallel.hpp>
#include <tiltak/engine/sweep.hpp>
#include <tiltak/state/readout.hpp>

namespace tiltak {

WorldEngine::WorldEngine(const Common& common, WorldRule rule)
    : common_(&common), rule_(std::move(rule)),
      world_(rule_.name, common.people.size(), common.setting), market_(common.plan.market),
      placement_(std::in_place, common.choosing(), common.gains),
      outlook_(std::in_place, common.hazards, common.effects, common.setting.segments),
      transitions_(std::in_place, common.hazards, common.effects, common.plan.measures),
      search_(common.setting.segments, common.effects.classes()),
      factors_{{},
               {},
               std::vector<float>(common.setting.segments, 1.0f),
               std::vector<float>(common.setting.segments, 1.0f)},
      mean_search_(common.setting.segments, 1.0), tally_(common.setting.segments) {
  for (std::size_t p = 0; p < common.people.size(); ++p)
    world_.segment[p] = common.segment_of(p, common.people.skill[p]);
}

WorldEngine::WorldEngine(const WorldEngine& from, WorldRule rule, const Common& common, Month t)
    : WorldEngine(from) {
  rule_ = std::move(rule);
  world_.name = rule_.name;
  if (!rule_.substitution) world_.no_sigma_from = static_cast<std::int16_t>(t.index);
  if (&common != common_) {
    common_ = &common;
    world_.setting = &common.setting;
    market_ = Market(common.plan.market);
    market_.segments() = from.market_.segments();
    placement_->go_on_under(common.choosing(), common.gains);
    outlook_.emplace(common.hazards, common.effects, common.setting.segments);
    transitions_.emplace(common.hazards, common.effects, common.plan.measures);
    effect_gap_.reset();
    const auto now = static_cast<std::uint8_t>(t.index);
    std::fill(world_.due.begin(), world_.due.end(), now); // effects may count otherwise
  }
  placement_->set_level(rule_.budget);
}

void WorldEngine::begin_month(Month t) {
  tally_ = Tally(common_->setting.segments);
  world_.seen_from = t;
}

void WorldEngine::demographic_events(std::span<const std::uint32_t> persons, Month t) {
  const People& people = common_->people;
  Tally tally(common_->setting.segments);
  for (const std::uint32_t p : persons) {
    world_.due[p] = static_cast<std::uint8_t>(t.index); // a birthday changes her type
    if (people.departure[p] <= t.index && world_.pair_of(p) != Pair::outside) {
      if (world_.measure[p] != 0) world_.leave_measure(p, t, SpellEnd::outside, tally);
      world_.move(p, Pair::outside, t, tally);
    } else if (people.present(p, t) && world_.pair_of(p) == Pair::outside) {
      arrive(p, t, tally);
    }
  }
  world_.apply(tally); // at once: later phases see who is there
  tally_.add(tally);
}

// Where a person stands when she comes into the population: the expected life course of her type.
void WorldEngine::arrive(std::size_t p, Month t, Tally& tally) {
  const People& people = common_->people;
  const PersonId id{static_cast<std::uint32_t>(p)};
  const double u = common_->draws.uniform(id, 0, Purpose::initial);
  if (!people.start.empty() && people.start[p].pair != GivenStart::not_given) {
    const GivenStart& start = people.start[p];
    world_.move(p, static_cast<Pair>(start.pair), t, tally);
    world_.since[p] = world_.spell_since[p] = static_cast<std::int16_t>(t.index - start.months);
    world_.set_benefit_left(p, start.benefit);
    return;
  }
  if (t.index - people.birth[p] == 12 * first_age) {
    double left = u;
    std::size_t pair = 0;
    while (pair + 1 < population_pairs && left >= static_cast<double>(common_->plan.at_18[pair]))
      left -= static_cast<double>(common_->plan.at_18[pair++]);
    world_.move(p, static_cast<Pair>(pair), t, tally);
    return;
  }
  const Standing standing = common_->life_courses.draw(
      people.base[p], people.age(p, t), u, common_->draws.uniform(id, 0, Purpose::initial, 1));
  world_.move(p, standing.pair, t, tally);
  // At most the time since 18. Rights to benefit run from the start of the spell.
  const int months = std::min(t.index - people.birth[p] - 12 * first_age, standing.months);
  world_.since[p] = world_.spell_since[p] = static_cast<std::int16_t>(t.index - months);
  if (family(standing.pair) == Family::seeking)
    world_.set_benefit_left(p, std::max(0, benefit_months - months));
}

// Registered unemployed per cent of the labour force, as it is published.
void WorldEngine::publish() {
  double unemployed = 0;
  labour_force_ = 0;
  for (std::size_t p = 0; p < population_pairs; ++p) {
    const auto stock = static_cast<double>(world_.stock[p]);
    const Survey status = survey_status(static_cast<Pair>(p));
    labour_force_ += (status == Survey::employed || status == Survey::unemployed) * stock;
    unemployed += (static_cast<Pair>(p) == Pair::none_unemployed) * stock;
  }
  published_.push_back(labour_force_ > 0 ? 100 * unemployed / labour_force_ : 0);
}

void WorldEngine::choose_starts(Month t, bool window_open, const WorldEngine* offering) {
  offering_ = rule_.starts == StartRule::offered ? offering : nullptr;
  if (offering_ != nullptr) {
    decisions_ = offering->decisions_;
    end_measures(t);
  } else {
    decide(t, window_open);
  }
  note_decisions(t);
}

// Measures end before places are given: who comes free may get one.
void WorldEngine::decide(Month t, bool window_open) {
  const bool none = rule_.starts == StartRule::none;
  const bool on_post = window_open && !none;
  const bool elsewhere = window_open && !(none && !common_->plan.evaluation.post_76_only);
  placement_->open_month(
      t, {published_, labour_force_, static_cast<std::size_t>(common_->plan.burn_in)}, decisions_);
  end_measures(t);
  if (!on_post) placement_->close_door(decisions_);
  if (on_post || elsewhere)
    placement_->place(t, world_, relative_vacancies(), on_post, elsewhere, decisions_);
}

// The appropriation is a hard ceiling: when the money ends, measures do. In the frozen world they
// end for the same persons, where these are on a measure; so with those who drop out.
void WorldEngine::end_measures(Month t) {
  Tally tally(common_->setting.segments);
  const auto end = [&](std::uint32_t p, SpellEnd how) {
    const Pair back = hazard_pair(world_.pair_of(p));
    world_.leave_measure(p, t, how, tally);
    world_.move(p, back, t, tally);
  };
  for (const std::uint32_t p : decisions_.cuts)
    if (world_.measure[p] != 0) end(p, SpellEnd::cut);
  for (const DropOut& one : decisions_.drop_outs)
    if (world_.measure[one.person] != 0 && world_.measure_start[one.person] == one.start)
      end(one.person, SpellEnd::left);
  world_.apply(tally);
  tally_.add(tally);
}

void WorldEngine::note_decisions(Month t) {
  Tally tally(common_->setting.segments);
  for (const std::uint32_t p : decisions_.relabelled)
    if (world_.pair_of(p) == Pair::none_unemployed) world_.move(p, Pair::none_reduced, t, tally);
  world_.apply(tally);
  tally_.add(tally);
  const auto notify = [&](std::uint32_t p, std::size_t measure) {
    world_.notified[p] = static_cast<std::uint8_t>(measure);
    world_.due[p] = static_cast<std::uint8_t>(t.index); // her effect class changes
  };
  for (const std::uint32_t p : decisions_.forgotten) notify(p, 0);
  for (const Start& start : decisions_.starts)
    if (world_.notified[start.person] != 0) notify(start.person, 0);
  for (const Start& notice : decisions_.notices)
    if (world_.pair_of(notice.person) == wanted_pair(common_->plan.measures[notice.measure]))
      notify(notice.person, notice.measure + 1u);
}

// A place is offered to another world when the person did take it up where it came from: worlds
// that offer go through a block of persons before those that are offered.
std::vector<Start> WorldEngine::realised(std::span<const Start> starts, Month t) const {
  std::vector<Start> kept;
  for (const Start& start : starts)
    if (offering_->world_.measure[start.person] == start.measure + 1 &&
        offering_->world_.measure_start[start.person] == t.index)
      kept.push_back(start);
  return kept;
}

// Vacancies of each county relative to those there were when the market opened.
std::vector<double> WorldEngine::relative_vacancies() const {
  const Segmentation& segmentation = common_->plan.market.segmentation;
  std::vector<double> relative(segmentation.of.size(), 1.0);
  if (vacancies_open_.empty()) return relative;
  for (std::size_t c = 0; c < relative.size(); ++c) {
    double now = 0, open = 0;
    for (const std::uint8_t segment : segmentation.of[c]) {
      now += std::max(0.0, market_.segments()[segment].vacancies);
      open += vacancies_open_[segment];
    }
    if (open > 0) relative[c] = now / open;
  }
  return relative;
}

void WorldEngine::transitions(std::size_t begin, std::size_t end, Month t,
                              std::span<const std::uint32_t> words, Tally& tally) {
  const auto before = [](const Start& s, std::size_t p) { return s.person < p; };
  const auto& all = decisions_.starts;
  const auto from = std::lower_bound(all.begin(), all.end(), begin, before);
  const auto to = std::lower_bound(from, all.end(), end, before);
  const std::span<const Start> here{from, to};
  const std::vector<Start> kept = offering_ != nullptr ? realised(here, t) : std::vector<Start>{};
  transitions_->run(begin, end, t, common_->draws, words, common_->types,
                    offering_ != nullptr ? std::span<const Start>(kept) : here, world_, tally);
}

void WorldEngine::end_transitions(const std::vector<Tally>& tallies, Month t) {
  Tally moved(common_->setting.segments);
  for (const Tally& tally : tallies) moved.add(tally);
  change_skills(t, moved);
  world_.apply(moved);
  for (const SearchMove& move : moved.search_moves) search_.apply(move);
  tally_.add(moved);
}

// Who completed a measure that teaches may go on in the next skill segment of her county.
void WorldEngine::change_skills(Month t, Tally& tally) {
  const Catalogue& catalogue = common_->plan.measures;
  for (std::size_t k = 0; k < tally.ended.size(); ++k) {
    const MeasureSpell& spell = tally.ended[k];
    const double chance = catalogue[spell.measure].new_skill;
    const std::size_t p = spell.person;
    if (chance <= 0 || spell.how != SpellEnd::planned || has_job(world_.pair_of(p))) continue;
    const auto next = static_cast<std::uint8_t>(
        std::min<std::size_t>(common_->people.skill[p] + 1u, skills.size() - 1));
    const std::uint8_t to = common_->segment_of(p, next);
    if (to != world_.segment[p] &&
        common_->draws.uniform(PersonId{spell.person}, t.index, Purpose::new_skill) < chance)
      world_.change_segment(p, to, tally);
  }
}

void WorldEngine::end_month(Month t) {
  publish();
  placement_->close_month(tally_, world_);
  if (rule_.starts == StartRule::offered) empty_offers_ += tally_.no_shows;
  if (rule_.market || static_cast<int>(common_->month_number(t)) < common_->plan.market_opens)
    return;
  const double cycle = common_->plan.demand[common_->month_number(t)];
  for (std::size_t s = 0; s < common_->setting.segments; ++s)
    market_.post(s, tally_.positions[s], supply(s), cycle);
}

} // namespace tiltak
