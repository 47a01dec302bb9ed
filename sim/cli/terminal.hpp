// What the user sees while work goes on: a progress bar on a terminal, plain lines elsewhere.
#pragma once

#include <tiltak/core/progress.hpp>

namespace tiltak::cli {

bool stderr_is_terminal();

// Draws on standard error. On a terminal a bar with the time left, at most every 0.1 s and only for
// work that lasts longer than 0.5 s; elsewhere a line for each tenth. Quiet: nothing. Looks at the
// stop flag, so work that reports progress can be interrupted.
Progress progress_bar(bool quiet);

// From now on progress is told in lines for other programs (progress_line.hpp), quiet or not.
void tell_progress_in_lines();

// SIGINT and SIGTERM set the stop flag; a second one ends the program at once. SIGUSR1 asks for a
// checkpoint, which who makes none does not hear.
void handle_signals();

// From now on SIGTERM asks for a checkpoint and the end; before it is as SIGINT.
void stop_at_checkpoints();

} // namespace tiltak::cli
