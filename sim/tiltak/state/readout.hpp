// The three read-outs of job and registration: the six states of the article, the labour-force
// survey, the register statistics. Each is one function; the words for them stand beside them.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include <tiltak/state/job_registration.hpp>

namespace tiltak {

// The six mutually exclusive states of Nossen, Gjerde, Kalsto and Lorentzen (2021), "Design av
// analysen"; 6 is outside the population. A code and its name are the file format's.
enum class State : std::uint8_t {
  full_time,
  part_time,
  measure,
  unemployed,
  other,
  reduced_capacity,
  outside
};

struct StateWords {
  std::string_view name, nb, en;
};

inline constexpr std::array<StateWords, 7> state_words{{
    {"full_time", "Heltidsjobb", "Full-time job"},
    {"part_time", "Deltidsjobb", "Part-time job"},
    {"measure", "Tiltak", "Measure"},
    {"unemployed", "Helt ledig", "Unemployed"},
    {"other", "Annet", "Other"},
    {"reduced_capacity", "Nedsatt arbeidsevne", "Reduced work capacity"},
    {"outside_population", "Utenfor befolkningen", "Outside the population"},
}};

// Coding priority of the article: reduced capacity and disability pension whatever the job;
// registration as unemployed or on a measure overrides a job; the partly unemployed are part-time.
constexpr State six_state(Pair pair) {
  if (pair == Pair::outside) return State::outside;
  const auto [name, job, registration] = facts(pair);
  switch (registration) {
  case Registration::reduced:
  case Registration::reduced_measure:
  case Registration::disability_pension: return State::reduced_capacity;
  case Registration::measure: return State::measure;
  case Registration::unemployed: return State::unemployed;
  case Registration::partly_unemployed: return State::part_time;
  case Registration::own_search:
  case Registration::none: break;
  }
  if (job == Job::full) return State::full_time;
  return job == Job::part ? State::part_time : State::other;
}

// Labour-force survey (Meld. St. 33 box 1.1): a job first, subsidised jobs included. Who has none
// is unemployed when seeking: registered as unemployed or on a measure, or on her own.
enum class Survey : std::uint8_t { employed, unemployed, outside_labour_force, outside };

constexpr Survey survey_status(Pair pair) {
  if (pair == Pair::outside) return Survey::outside;
  const auto [name, job, registration] = facts(pair);
  if (job != Job::none) return Survey::employed;
  const bool seeks = registration == Registration::unemployed ||
                     registration == Registration::measure ||
                     registration == Registration::own_search;
  return seeks ? Survey::unemployed : Survey::outside_labour_force;
}

// Register statistics (Meld. St. 33 figure 2.11, lines 3009-3017): employed, then registered
// unemployed, then measures (job seekers' and with reduced capacity), then health benefits, then
// the rest.
enum class Register : std::uint8_t { employed, unemployed, measure, health_benefit, rest, outside };

constexpr Register register_status(Pair pair) {
  if (pair == Pair::outside) return Register::outside;
  const auto [name, job, registration] = facts(pair);
  if (job != Job::none) return Register::employed;
  switch (registration) {
  case Registration::unemployed: return Register::unemployed;
  case Registration::measure:
  case Registration::reduced_measure: return Register::measure;
  case Registration::reduced:
  case Registration::disability_pension: return Register::health_benefit;
  default: return Register::rest;
  }
}

// Employment for accounts is read from the job, never from the six states.
constexpr bool has_ordinary_job(Pair pair) {
  const Job job = facts(pair).job;
  return job == Job::part || job == Job::full;
}
constexpr bool has_job(Pair pair) { return facts(pair).job != Job::none; }

} // namespace tiltak
