// One subcommand of the program: a name in the table of command.cpp and a file of its own.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "arguments.hpp"

namespace tiltak::scenario {
struct Change;
}

namespace tiltak::cli {

class Companions;

// Exit statuses, as documented for users.
enum Status : int {
  done = 0,
  failed = 1,
  wrong_input = 2,
  stopped_at_checkpoint = 75,
  interrupted = 130
};

// Options that every command understands, and those of commands that read a scenario.
struct Common {
  unsigned threads = 0;
  std::string command_line; // as typed, quoted for a shell
  Companions* companions = nullptr; // never null in an action
  bool quiet = false;
  bool json = false;
  std::string progress = "shown"; // or "lines", for other programs
  std::vector<std::string> set; // --set path.to.key=value
  std::optional<std::string> seed, replications, scale; // as written; checked with the scenario
};

// What a command does once its options are parsed; gives the exit status.
using Action = std::function<int()>;

// Declares a command's options on `app` and gives what to do.
using Declare = Action (*)(Arguments& app, Common& common);

struct Command {
  const char* name;
  const char* does;
  Declare declare;
};

// Every command, in the order of `tiltak --help`.
const std::vector<Command>& commands();

// --threads, --quiet, --json, --progress.
void add_common(Arguments& app, Common& common);

// The same, and SCENARIO, --set, --seed, --replications, --scale. The scenario's path goes to
// `path`.
// What every command that simulates takes besides: --set, --seed, --replications, --scale.
void add_changes(Arguments& app, Common& common);
void add_scenario(Arguments& app, Common& common, std::string& path);

// What the options change in a scenario, in the order in which they count. Throws InputError.
scenario::Change change_of(const Common& common);

} // namespace tiltak::cli
