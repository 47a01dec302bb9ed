#include <tiltak/state/readout.hpp>

// The read-outs are constexpr; what must hold of them is checked where they are compiled.
namespace tiltak {
static_assert(six_state(Pair::subsidised_measure) == State::measure);
static_assert(six_state(Pair::part_reduced) == State::reduced_capacity);
static_assert(six_state(Pair::part_partly_unemployed) == State::part_time);
static_assert(survey_status(Pair::subsidised_measure) == Survey::employed);
static_assert(!has_ordinary_job(Pair::subsidised_measure) && has_job(Pair::subsidised_measure));
} // namespace tiltak
