// Where a results file comes from: enough to make it again.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace tiltak::store {

struct Provenance {
  std::string title;       // the scenario's name
  std::string institution; // may be empty
  std::string scenario;    // the scenario file in full
  std::string parameters;  // every value in force, resolved
  // Against the defaults: key, from, to, place, what it decides (nb, en), by tabs.
  std::string changes;
  // How well the parameters say what was published (scenario/fit_file.hpp); empty: not known.
  std::string fit;
  std::uint64_t seed = 0;
  std::string branched_from; // the checkpoint that a branch goes on from, and whose it is; or empty
  double expansion = 1; // simulated units times this are national ones

  // What begin_provenance() fills in.
  std::string program = "tiltak"; // as in "tiltak 0.1.0 (git 0123abc)"
  std::string version, commit;
  std::string command_line; // quoted for a shell
  std::int32_t threads = 1;
  std::string started, ended; // UTC, "2026-11-22T06:47:00Z"; ended is set on commit
  std::string libraries;      // "HDF5 1.10.8, TBB 2021.8.0, ..."
  std::string processor;      // "model name; avx2 avx512f"
};

// Everything that is known when the program starts: call it first, so that the time is right.
Provenance begin_provenance();

std::string utc_now(); // "2026-11-22T06:47:00Z"

// Version and commit this library was built from; the commit is "unknown" without git.
std::string program_version();
std::string program_commit();

// `arguments` as one line that a shell splits into the same words again.
std::string shell_quoted(std::span<const std::string> arguments);

} // namespace tiltak::store
