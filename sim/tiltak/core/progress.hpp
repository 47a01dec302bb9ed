// How far long work has come. The libraries report; the program draws.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace tiltak {

// Called from one thread at a time with what is being done and how much of it. Throw Interrupted
// from here to stop the work at a safe place.
using Progress = std::function<void(const std::string& what, std::uint64_t done, std::uint64_t of)>;

// A Progress that says nothing.
Progress silent();

// Set by the signal handlers of the program and looked at between months and between blocks.
enum class Stop : int { none = 0, checkpoint = 1, interrupt = 2 };
void request_stop(Stop kind) noexcept; // safe in a signal handler
Stop stop_requested() noexcept;

// A checkpoint is asked for, and the work is to go on. Taking it is answering it.
void request_checkpoint() noexcept; // safe in a signal handler
bool take_checkpoint_request() noexcept;

struct Interrupted {
  Stop kind;
};

// Throws Interrupted if a stop was asked for.
void check_stop();

} // namespace tiltak
