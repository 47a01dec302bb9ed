// Whether what was loaded can be simulated on: sizes are the plan's, everything that is an index
// points into something, totals are those of the persons. A file with a right checksum may still
// have been written by somebody else.
#pragma once

#include <tiltak/engine/accounts.hpp>
#include <tiltak/engine/world_engine.hpp>

namespace tiltak {

class Loader;

// The loader throws where something is wrong. `now` is the first month that is not simulated.
void check_common(const Common& common, Month now, const Loader& loader);
void check_world(const WorldEngine& world, Month now, const Loader& loader);
void check_accounts(const Accounts& accounts, const Common& common, Month now,
                    const Loader& loader);

} // namespace tiltak
