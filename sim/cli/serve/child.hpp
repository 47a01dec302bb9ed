// One run of this same program as a process of its own: it can be stopped, its memory comes back,
// and a fault in it is no fault of the server's. No shell is involved.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace tiltak::serve {

struct Outcome {
  int status = 0; // exit status; 128 + signal when a signal ended it
  std::string said; // what it wrote to standard error, progress apart; the last 20 000 bytes
};

// How far the process says it has come.
using Told = std::function<void(const std::string& what, double done, double of)>;

// Runs `arguments` (the first is the command) of this program in `folder`. `stop` is asked five
// times a second; once it says yes, the process gets SIGINT, and SIGKILL ten seconds later.
// Throws RunError when it cannot be started.
Outcome run_child(const std::vector<std::string>& arguments, const std::filesystem::path& folder,
                  const Told& told, const std::function<bool()>& stop);

} // namespace tiltak::serve
