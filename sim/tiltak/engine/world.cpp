#include <tiltak/engine/world.hpp>

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
  started.insert(started.end(), other.started.begin(), other.started.end());
  ended.insert(ended.end(), other.ended.begin(), other.ended.end());
}

World::World(std::string world_name, std::size_t persons, const Setting& shared)
    : name(std::move(world_name)), setting(&shared),
      pair(persons, static_cast<std::uint8_t>(Pair::outside)), since(persons, never),
      spell_since(persons, never), benefit(persons, 0), measure(persons, 0), notified(persons, 0),
      measure_start(persons, never), measure_end(persons, never), last_measure(persons, 0),
      measure_left(persons, never), population(shared.segments, 0) {}

void World::apply(const Tally& tally) {
  for (std::size_t p = 0; p < pair_count; ++p) stock[p] += tally.stock[p];
  for (std::size_t m = 0; m < most_measures; ++m) participants[m] += tally.participants[m];
  for (std::size_t s = 0; s < population.size(); ++s) population[s] += tally.population[s];
}

void World::move(std::size_t p, Pair to, Month t, Tally& tally, bool new_job) {
  const Pair from = pair_of(p);
  const std::size_t segment = setting->segment[p];
  Positions& positions = tally.positions[segment];
  const bool had_job = has_ordinary_job(from), has_one = has_ordinary_job(to);
  positions.hires += has_one && (!had_job || new_job);
  positions.leavers += had_job && (!has_one || new_job);
  tally.population[segment] += (from == Pair::outside) - (to == Pair::outside);
  --tally.stock[index(from)];
  ++tally.stock[index(to)];
  const Family before = family(from), after = family(to);
  if (before != after) {
    const int months = spell_since[p] == never ? 0 : t.index - spell_since[p];
    if (after == Family::seeking && before == Family::employed && months >= months_to_earn_benefit)
      benefit[p] = benefit_months;
    if (after == Family::seeking && before == Family::inactive && months >= months_to_earn_benefit)
      benefit[p] = 0; // rights not taken up within a year are lost
    spell_since[p] = static_cast<std::int16_t>(t.index);
  }
  since[p] = static_cast<std::int16_t>(t.index);
  pair[p] = static_cast<std::uint8_t>(to);
}

void World::leave_measure(std::size_t p, Month t, SpellEnd how, Tally& tally) {
  const std::uint8_t entry = measure[p];
  --tally.participants[entry - 1u];
  if (facts(pair_of(p)).job == Job::subsidised_full)
    tally.positions[setting->segment[p]].subsidised_micro -= setting->sigma_micro[entry - 1u];
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
                           benefit[p], static_cast<std::int16_t>(t.index - spell_since[p])});
  move(p, to, t, tally);
  ++tally.participants[measure_index];
  if (entry.subsidised)
    tally.positions[setting->segment[p]].subsidised_micro += setting->sigma_micro[measure_index];
  measure[p] = static_cast<std::uint8_t>(measure_index + 1);
  measure_start[p] = static_cast<std::int16_t>(t.index);
  measure_end[p] = static_cast<std::int16_t>((t + months).index);
}

} // namespace tiltak
