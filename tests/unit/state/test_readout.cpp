#include <doctest/doctest.h>

#include <tiltak/state/readout.hpp>
#include <tiltak/store/codes.hpp>

using namespace tiltak;

TEST_CASE("states follow the article's priority") {
  CHECK(six_state(Pair::full_none) == State::full_time);
  CHECK(six_state(Pair::part_partly_unemployed) == State::part_time);
  CHECK(six_state(Pair::subsidised_measure) == State::measure);
  CHECK(six_state(Pair::none_unemployed) == State::unemployed);
  CHECK(six_state(Pair::none_none) == State::other);
  for (Pair p : {Pair::none_reduced, Pair::part_reduced, Pair::none_reduced_measure,
                 Pair::subsidised_reduced_measure, Pair::none_disability_pension,
                 Pair::part_disability_pension})
    CHECK(six_state(p) == State::reduced_capacity);
  CHECK(six_state(Pair::outside) == State::outside);
}

TEST_CASE("the survey sees the job first and the register employment first") {
  CHECK(survey_status(Pair::subsidised_measure) == Survey::employed);
  CHECK(survey_status(Pair::none_measure) == Survey::unemployed);
  CHECK(survey_status(Pair::none_reduced) == Survey::outside_labour_force);
  CHECK(register_status(Pair::part_disability_pension) == Register::employed);
  CHECK(register_status(Pair::none_reduced_measure) == Register::measure);
  CHECK(register_status(Pair::none_disability_pension) == Register::health_benefit);
}

TEST_CASE("words and codes of the states are those of the files") {
  REQUIRE(store::codes::state.size() == state_words.size());
  for (std::size_t s = 0; s < state_words.size(); ++s) {
    CHECK(store::codes::state[s].value == s);
    CHECK(store::codes::state[s].name == state_words[s].name);
    CHECK(store::codes::state[s].nb == state_words[s].nb);
    CHECK(store::codes::state[s].en == state_words[s].en);
  }
}
