// A run shared out on the ranks of mpirun: who simulates what, and the file that all make together.
#pragma once

#include <vector>

#include <tiltak/study/replications.hpp>

#include "command.hpp"
#include "run_options.hpp"

namespace tiltak::cli {

// The file `how.output` as one process would have written it; gives the exit status. Throws
// InputError for options that ranks do not know.
int run_shared(study::RunOptions how, const RunWords& words, const std::vector<Plan>& plans,
               const store::Provenance& about, const Common& common);

} // namespace tiltak::cli
