// One of the coupled worlds: what happens to the persons there. Columns again; the persons and
// their luck are the same in every world.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include <tiltak/core/month.hpp>
#include <tiltak/engine/company.hpp>
#include <tiltak/market/vacancies.hpp>
#include <tiltak/measure/effects.hpp>
#include <tiltak/state/benefits.hpp>
#include <tiltak/state/hazards.hpp>

namespace tiltak {

constexpr std::int16_t never = -1;

// Pairs in which the clock of unemployment benefit runs: on a measure as in unemployment, a
// subsidised job among them, so that a measure without effect changes nothing.
constexpr bool uses_benefit(Pair pair) {
  return pair == Pair::none_unemployed || pair == Pair::none_measure ||
         pair == Pair::subsidised_measure;
}

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
  std::uint8_t months; // planned
  std::int16_t seeking; // months as a job seeker, or with reduced capacity
};

// A person who searches in another segment from now on.
struct SearchMove {
  std::uint8_t from, to;
  EffectClass effect;
  std::uint32_t amount;
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
  std::vector<SearchMove> search_moves;
  std::vector<MeasureSpell> ended;
  std::vector<MeasureStart> started; // in ascending order of person

  explicit Tally(std::size_t segments = 1) : positions(segments), population(segments) {}
  void add(const Tally& other);
};

// What is the same in every world and a move needs to know.
struct Setting {
  std::vector<std::int64_t>
      sigma_micro; // by measure: millionths of a vacancy a subsidised start uses
  std::size_t segments = 1;
};

// Search, as integers: sums do not depend on the order of adding.
constexpr double search_unit = 0x1p24; // one of effectiveness

// Who searches and with what effectiveness before measures count, by segment and effect class.
class Search {
public:
  Search(std::size_t segments, std::size_t classes)
      : classes_(classes), persons_(segments, 0), amount_(segments * classes, 0) {}
  std::int64_t persons(std::size_t segment) const { return persons_[segment]; }
  std::span<const std::int64_t> amounts(std::size_t segment) const {
    return {amount_.data() + segment * classes_, classes_};
  }
  void apply(const struct SearchChange& change);
  void add_to(CompanySum& sums) {
    sums.add(persons_);
    sums.add(amount_);
  }
  void apply(const SearchMove& move);

private:
  template <class> friend struct Members; // checkpoints
  friend struct StateCheck;
  std::size_t classes_;
  std::vector<std::int64_t> persons_, amount_;
};

// What a block of persons changes in it.
struct SearchChange {
  struct WithEffect {
    std::uint32_t segment;
    EffectClass effect;
    std::int64_t amount;
  };
  std::vector<std::int64_t> persons, without_effect; // by segment
  std::vector<WithEffect> with_effect;

  explicit SearchChange(std::size_t segments = 0) : persons(segments), without_effect(segments) {}
};

struct World {
  std::string name;
  const Setting* setting; // outlives the world

  // by person
  std::vector<std::uint8_t> pair; // Pair
  std::vector<std::uint8_t> segment; // of the labour market; training can move a person
  std::vector<std::int16_t> since; // first month in the pair
  std::vector<std::int16_t> spell_since; // first month in the pair's family
  // where benefit is drawn: the first month without it; elsewhere: months of it that are left
  std::vector<std::int16_t> benefit;
  std::vector<std::uint8_t> measure; // index + 1 while on a measure, else 0
  std::vector<std::uint8_t> notified; // index + 1 between the notice of a place and its start
  std::vector<std::int16_t> measure_start, measure_end; // of the running or last measure
  std::vector<std::uint8_t> last_measure; // index + 1, 0 never
  std::vector<std::int16_t> measure_left; // first month after the last measure

  // by person, from the above (outlook.hpp), and when they are to be worked out anew
  std::vector<std::uint16_t> bound; // a draw whose upper half is above it changes nothing
  std::vector<std::uint16_t> effect; // EffectClass
  std::vector<std::uint32_t> search; // effectiveness before measures count, in search_unit
  std::vector<std::uint8_t> due; // a month, the lowest eight bits of its index
  Month seen_from{}; // the month that begins with what is changed now

  // totals, kept up to date by tallies
  std::array<std::int64_t, pair_count> stock{};
  std::array<std::int64_t, most_measures> participants{};
  std::vector<std::int64_t> population; // by segment

  // Subsidised starts from this month on use no part of a vacancy (world G).
  std::int16_t no_sigma_from = std::numeric_limits<std::int16_t>::max();

  World(std::string world_name, std::size_t persons, const Setting& shared);

  Pair pair_of(std::size_t p) const { return static_cast<Pair>(pair[p]); }
  // Millionths of a vacancy that a person's running subsidy uses.
  std::int64_t sigma_of(std::size_t p) const {
    return measure_start[p] >= no_sigma_from ? 0 : setting->sigma_micro[measure[p] - 1u];
  }
  // Months of unemployment benefit left as month t begins.
  int benefit_left(std::size_t p, Month t) const {
    return uses_benefit(pair_of(p)) ? std::max(0, benefit[p] - t.index) : benefit[p];
  }
  void set_benefit_left(std::size_t p, int months) {
    const int from = uses_benefit(pair_of(p)) ? seen_from.index : 0;
    benefit[p] = static_cast<std::int16_t>(from + months);
  }
  void apply(const Tally& tally);

  // Moves a person at month t and keeps durations, benefits, positions and totals in order.
  // `new_job`: an ordinary job is left for another.
  void move(std::size_t p, Pair to, Month t, Tally& tally, bool new_job = false);
  // A person without a job goes on in another segment of the market, as after training. Persons
  // with a job stay where their job is: std::logic_error.
  void change_segment(std::size_t p, std::uint8_t to, Tally& tally);
  // Ends the running measure and notes the spell; the caller moves the person.
  void leave_measure(std::size_t p, Month t, SpellEnd how, Tally& tally);
  void start_measure(std::size_t p, std::size_t measure_index, const Measure& entry, int months,
                     Month t, Tally& tally);
};

// Where a person stands who can start a measure.
inline Pair wanted_pair(const Measure& measure) {
  return measure.group == MeasureGroup::job_seekers ? Pair::none_unemployed : Pair::none_reduced;
}

} // namespace tiltak
