// What a person is in a month: a job and a registration, as one of the allowed pairs.
//
// The pairs are the nodes of the transition graph. Every status the literature counts (the six
// states of Nossen et al. 2021, the labour-force survey, the register statistics) is a read-out of
// the pair (readout.hpp); nothing else in the program asks which pair a person is in by name.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace tiltak {

enum class Job : std::uint8_t { none, part, full, subsidised_part, subsidised_full };

enum class Registration : std::uint8_t {
  none,
  partly_unemployed, // works part-time and seeks more through NAV
  unemployed, // fully unemployed ("helt ledig")
  measure, // on a measure as a job seeker
  reduced, // reduced work capacity, no measure
  reduced_measure, // reduced work capacity, on a measure
  disability_pension,
  own_search // seeks work without being registered
};

// Files store the read-outs, not these numbers. `outside` stands last.
enum class Pair : std::uint8_t {
  full_none = 0,
  part_none = 1,
  part_partly_unemployed = 2,
  none_unemployed = 3,
  none_measure = 4,
  subsidised_measure = 5,
  none_none = 6,
  none_reduced = 7,
  part_reduced = 8,
  none_reduced_measure = 9,
  subsidised_reduced_measure = 10,
  none_disability_pension = 11,
  part_disability_pension = 12,
  none_seeking = 13,
  outside = 14 // not yet 18, past 66, dead or moved: not in the population
};

constexpr std::size_t pair_count = 15; // with `outside`
constexpr std::size_t population_pairs = 14; // without

struct PairFacts {
  std::string_view name;
  Job job;
  Registration registration;
};

// A subsidised job is full-time here; who works part-time in one is told by the hours draw.
inline constexpr std::array<PairFacts, pair_count> pair_facts{{
    {"full_none", Job::full, Registration::none},
    {"part_none", Job::part, Registration::none},
    {"part_partly_unemployed", Job::part, Registration::partly_unemployed},
    {"none_unemployed", Job::none, Registration::unemployed},
    {"none_measure", Job::none, Registration::measure},
    {"subsidised_measure", Job::subsidised_full, Registration::measure},
    {"none_none", Job::none, Registration::none},
    {"none_reduced", Job::none, Registration::reduced},
    {"part_reduced", Job::part, Registration::reduced},
    {"none_reduced_measure", Job::none, Registration::reduced_measure},
    {"subsidised_reduced_measure", Job::subsidised_full, Registration::reduced_measure},
    {"none_disability_pension", Job::none, Registration::disability_pension},
    {"part_disability_pension", Job::part, Registration::disability_pension},
    {"none_seeking", Job::none, Registration::own_search},
    {"outside", Job::none, Registration::none},
}};

// A spell runs on while a person stays within a family of pairs: job-seeking duration runs
// through a measure, tenure through a change of hours, time outside through search on one's own.
enum class Family : std::uint8_t { employed, seeking, inactive, reduced, disabled, outside };

inline constexpr std::array<Family, pair_count> pair_family{
    Family::employed, Family::employed, Family::seeking,  Family::seeking,  Family::seeking,
    Family::seeking,  Family::inactive, Family::reduced,  Family::reduced,  Family::reduced,
    Family::reduced,  Family::disabled, Family::disabled, Family::inactive, Family::outside};

constexpr Family family(Pair pair) { return pair_family[static_cast<std::size_t>(pair)]; }

constexpr const PairFacts& facts(Pair pair) { return pair_facts[static_cast<std::size_t>(pair)]; }
constexpr std::size_t index(Pair pair) { return static_cast<std::size_t>(pair); }

} // namespace tiltak
