// Reading a user's persons (docs/formats/persons.md).
#pragma once

#include <tiltak/people/given.hpp>
#include <tiltak/scenario/values.hpp>

namespace tiltak::scenario {

// The persons of `population.file`, in the order of the file, for a run of [first, end). Every
// mistake goes to the diagnostics with its line and column; the list is usable when there were
// none.
GivenPeople read_persons(const Values& values, Month first, Month end, Diagnostics& diagnostics);

} // namespace tiltak::scenario
