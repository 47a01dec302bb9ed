// One of the coupled worlds: what happens to the persons there. Columns again; the persons and
// their luck are the same in every world.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <tiltak/core/month.hpp>
#include <tiltak/market/vacancies.hpp>
#include <tiltak/measure/catalogue.hpp>
#include <tiltak/state/hazards.hpp>

namespace tiltak {

constexpr std::int16_t never = -1;

// How a measure spell ended. Codes are stored in files: never renumber.
enum class SpellEnd : std::uint8_t { running, planned, job, left, health, retained, outside, cut };

struct MeasureSpell {
  std::uint32_t person;
  std::uint8_t measure; // index into the catalogue
  SpellEnd how;
  std::int16_t start, planned_end, end; // months; an end is the first month no longer on it
};

// Who began a measure, and how she stood then.
struct MeasureStart {
  std::uint32_t person;
  std::uint8_t measure;
  std::uint8_t benefit; // months of unemployment benefit left
  std::int16_t seeking; // months as a job seeker, or with reduced capacity
};

// What a block of persons changed in a month, added up in block order.
struct Tally {
  std::array<std::int64_t, pair_count> stock{}; // change of persons in each pair
  std::array<std::int64_t, most_measures> participants{}; // change of participants
  std::vector<Positions> positions; // by segment
  std::vector<std::int64_t> population; // change of persons, by segment
  std::int64_t hires = 0; // moves along job edges
  std::int64_t retained = 0; // kept on after a subsidy
  std::int64_t no_shows = 0; // chosen, but no longer there when the measure began
  std::vector<MeasureSpell> ended;
  std::vector<MeasureStart> started; // in ascending order of person

  explicit Tally(std::size_t segments = 1) : positions(segments), population(segments) {}
  void add(const Tally& other);
};

// What is the same in every world and a move needs to know.
struct Setting {
  std::vector<std::uint8_t> segment; // by person: county x skill
  std::vector<std::int64_t>
      sigma_micro; // by measure: millionths of a vacancy a subsidised start uses
  std::size_t segments = 1;
};

struct World {
  std::string name;
  const Setting* setting; // outlives the world

  // by person
  std::vector<std::uint8_t> pair; // Pair
  std::vector<std::int16_t> since; // first month in the pair
  std::vector<std::int16_t> spell_since; // first month in the pair's family
  std::vector<std::uint8_t> benefit; // months of unemployment benefit left
  std::vector<std::uint8_t> measure; // index + 1 while on a measure, else 0
  std::vector<std::uint8_t> notified; // index + 1 between the notice of a place and its start
  std::vector<std::int16_t> measure_start, measure_end; // of the running or last measure
  std::vector<std::uint8_t> last_measure; // index + 1, 0 never
  std::vector<std::int16_t> measure_left; // first month after the last measure

  // totals, kept up to date by tallies
  std::array<std::int64_t, pair_count> stock{};
  std::array<std::int64_t, most_measures> participants{};
  std::vector<std::int64_t> population; // by segment

  World(std::string world_name, std::size_t persons, const Setting& shared);

  Pair pair_of(std::size_t p) const { return static_cast<Pair>(pair[p]); }
  void apply(const Tally& tally);

  // Moves a person at month t and keeps durations, benefits, positions and totals in order.
  // `new_job`: an ordinary job is left for another.
  void move(std::size_t p, Pair to, Month t, Tally& tally, bool new_job = false);
  // Ends the running measure and notes the spell; the caller moves the person.
  void leave_measure(std::size_t p, Month t, SpellEnd how, Tally& tally);
  void start_measure(std::size_t p, std::size_t measure_index, const Measure& entry, int months,
                     Month t, Tally& tally);
};

// Where a person stands who can start a measure.
inline Pair wanted_pair(const Measure& measure) {
  return measure.group == MeasureGroup::job_seekers ? Pair::none_unemployed : Pair::none_reduced;
}

// Months of unemployment benefit earned by a year's work; Meld. St. 33 (2023-2024), line 8153.
constexpr std::uint8_t benefit_months = 24;
constexpr int months_to_earn_benefit = 12;

} // namespace tiltak
