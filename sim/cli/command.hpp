// One subcommand of the program: a name in the table of command.cpp and a file of its own.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

namespace tiltak::cli {

// Exit statuses, as documented for users.
enum Status : int {
  done = 0,
  failed = 1,
  wrong_input = 2,
  stopped_at_checkpoint = 75,
  interrupted = 130
};

// Options that every command that simulates understands.
struct Common {
  std::vector<std::string> set; // --set path.to.key=value
  unsigned threads = 0;
  bool quiet = false;
  bool json = false;
};

// What a command does once its options are parsed; gives the exit status.
using Action = std::function<int()>;

// Declares a command's options on `app` and gives what to do.
using Declare = Action (*)(CLI::App& app, Common& common);

struct Command {
  const char* name;
  const char* does;
  Declare declare;
};

// Every command, in the order of `tiltak --help`.
const std::vector<Command>& commands();

void add_common(CLI::App& app, Common& common);

} // namespace tiltak::cli
