#include <tiltak/engine/world.hpp>

#include <stdexcept>

#include <tiltak/state/readout.hpp>

namespace tiltak {

void Tally::add(const Tally& other) {
  for (std::size_t p = 0; p < pair_count; ++p) stock[p] += other.stock[p];
  for (std::size_t m = 0; m < most_measures; ++m) participants[m] += other.participants[m];
  for (std::size_t s = 0; s < positions.size(); ++s) {
    positions[s] += other.positions[s];
    population[s] += other.population[s];
  }
  hires += other.hires;
  retained += other.retained;
  no_shows += other.no_shows;
  search_moves.insert(search_moves.end(), other.search_moves.begin(), other.search_moves.end());
  started.insert(started.end(), other.started.begin(), other.started.end());
  ended.insert(ended.end(), other.ended.begin(), other.ended.end());
}

void Search::apply(const SearchChange& change) {
  for (std::size_t s = 0; s < persons_.size(); ++s) {
    persons_[s] += change.persons[s];
    amount_[s * classes_] += change.without_effect[s];
  }
  for (const auto& c : change.with_effect) amount_[c.segment * classes_ + c.effect] += c.amount;
}

void Search::apply(const SearchMove& move) {
  persons_[move.from] -= move.amount != 0;
  persons_[move.to] += move.amount != 0;
  amount_[move.from * classes_ + move.effect] -= move.amount;
  amount_[move.to * classes_ + move.effect] += move.amount;
}

World::World(std::string world_name, std::size_t persons, const Setting& shared)
    : name(std::move(world_name)), setting(&shared),
      pair(persons, static_cast<std::uint8_t>(Pair::outside)), segment(persons, 0),
      since(persons, never), spell_since(persons, never), benefit(persons, 0), measure(persons, 0),
      notified(persons, 0), measure_start(persons, never), measure_end(persons, never),
      last_measure(persons, 0), measure_left(persons, never), bound(persons, 0),
      effect(persons, no_effect), search(persons, 0), due(persons, 0),
      population(shared.segments, 0) {}

void World::apply(const Tally& tally) {
  for (std::size_t p = 0; p < pair_count; ++p) stock[p] += tally.stock[p];
  for (std::size_t m = 0; m < most_measures; ++m) participants[m] += tally.participants[m];
  for (std::size_t s = 0; s < population.size(); ++s) population[s] += tally.population[s];
}

void World::move(std::size_t p, Pair to, Month t, Tally& tally, bool new_job) {
  const Pair from = pair_of(p);
  const std::size_t here = segment[p];
  Positions& positions = tally.positions[here];
  const bool had_job = has_ordinary_job(from), has_one = has_ordinary_job(to);
  positions.hires += has_one && (!had_job || new_job);
  positions.leavers += had_job && (!has_one || new_job);
  tally.population[here] += (from == Pair::outside) - (to == Pair::outside);
  --tally.stock[index(from)];
  ++tally.stock[index(to)];
  int benefit_months_left = benefit_left(p, seen_from);
  const Family before = family(from), after = family(to);
  if (before != after) {
    const int months = spell_since[p] == never ? 0 : t.index - spell_since[p];
    if (after == Family::seeking && before == Family::employed && months >= months_to_earn_benefit)
      benefit_months_left = benefit_months;
    if (after == Family::seeking && before == Family::inactive && months >= months_to_earn_benefit)
      benefit_months_left = 0; // rights not taken up within a year are lost
    spell_since[p] = static_cast<std::int16_t>(t.index);
  }
  since[p] = static_cast<std::int16_t>(t.index);
  pair[p] = static_cast<std::uint8_t>(to);
  set_benefit_left(p, benefit_months_left);
  due[p] = static_cast<std::uint8_t>(seen_from.index);
}

void World::change_segment(std::size_t p, std::uint8_t to, Tally& tally) {
  const Pair now = pair_of(p);
  if (has_job(now)) throw std::logic_error("a job belongs to its segment");
  const bool present = now != Pair::outside;
  tally.population[segment[p]] -= present;
  tally.population[to] += present;
  tally.search_moves.push_back({segment[p], to, effect[p], search[p]});
  segment[p] = to;
  due[p] = static_cast<std::uint8_t>(seen_from.index);
}

void World::leave_measure(std::size_t p, Month t, SpellEnd how, Tally& tally) {
  const std::uint8_t entry = measure[p];
  --tally.participants[entry - 1u];
  if (facts(pair_of(p)).job == Job::subsidised_full)
    tally.positions[segment[p]].subsidised_micro -= sigma_of(p);
  tally.ended.push_back({static_cast<std::uint32_t>(p), static_cast<std::uint8_t>(entry - 1), how,
                         measure_start[p], measure_end[p], static_cast<std::int16_t>(t.index)});
  last_measure[p] = entry;
  measure_left[p] = static_cast<std::int16_t>(t.index);
  measure[p] = 0;
}

void World::start_measure(std::size_t p, std::size_t measure_index, const Measure& entry,
                          int months, Month t, Tally& tally) {
  const bool seeker = entry.group == MeasureGroup::job_seekers;
  const Pair to =
      seeker ? (entry.subsidised ? Pair::subsidised_measure : Pair::none_measure)
             : (entry.subsidised ? Pair::subsidised_reduced_measure : Pair::none_reduced_measure);
  tally.started.push_back({static_cast<std::uint32_t>(p), static_cast<std::uint8_t>(measure_index),
                           static_cast<std::uint8_t>(benefit_left(p, seen_from)),
                           static_cast<std::uint8_t>(months),
                           static_cast<std::int16_t>(t.index - spell_since[p])});
  move(p, to, t, tally);
  ++tally.participants[measure_index];
  measure[p] = static_cast<std::uint8_t>(measure_index + 1);
  measure_start[p] = static_cast<std::int16_t>(t.index);
  measure_end[p] = static_cast<std::int16_t>((t + months).index);
  if (entry.subsidised) tally.positions[segment[p]].subsidised_micro += sigma_of(p);
}

} // namespace tiltak
