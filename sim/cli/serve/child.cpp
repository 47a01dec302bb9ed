#include "child.hpp"

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fmt/format.h>

#include <tiltak/core/diagnostic.hpp>

#include "../progress_line.hpp"

namespace tiltak::serve {
namespace {

constexpr std::size_t most_said = 20000; // bytes kept

// A lost descriptor would be a lost run: closed by whoever holds it.
class Descriptor {
public:
  explicit Descriptor(int value) : value_(value) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(); }
  int get() const { return value_; }
  void close() {
    if (value_ >= 0) ::close(value_);
    value_ = -1;
  }

private:
  int value_;
};

pid_t start(const std::vector<std::string>& arguments, const std::filesystem::path& folder,
            int error_pipe) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addchdir_np(&actions, folder.c_str());
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "said.txt",
                                   O_WRONLY | O_CREAT | O_TRUNC, 0600);
  posix_spawn_file_actions_adddup2(&actions, error_pipe, STDERR_FILENO);
  posix_spawnattr_t attributes; // a group of its own: Ctrl-C at the terminal is for the server
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
  const std::string program = std::filesystem::read_symlink("/proc/self/exe").string();
  std::string name = "tiltak";
  std::vector<std::string> words(arguments);
  std::vector<char*> list{name.data()};
  for (std::string& word : words) list.push_back(word.data());
  list.push_back(nullptr);
  pid_t child = 0;
  const int failed =
      posix_spawn(&child, program.c_str(), &actions, &attributes, list.data(), environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0)
    throw RunError(fmt::format("cannot start {}: {}", program, std::strerror(failed)));
  return child;
}

// Lines of standard error as they come in.
class Listener {
public:
  explicit Listener(const Told& told) : told_(told) {}

  void take(std::string_view bytes) {
    for (const char c : bytes)
      if (c == '\n')
        end_line();
      else if (line_.size() < most_said)
        line_ += c;
  }
  std::string said() && {
    end_line();
    return said_.size() <= most_said ? said_ : said_.substr(said_.size() - most_said);
  }

private:
  void end_line() {
    if (const auto progress = cli::parse_progress_line(line_))
      told_(progress->what, progress->done, progress->of);
    else if (!line_.empty() && said_.size() < 2 * most_said)
      said_ += line_ + "\n";
    line_.clear();
  }

  const Told& told_;
  std::string line_, said_;
};

// Asks the process to end, and ends it where asking was not enough.
class Stopper {
public:
  explicit Stopper(pid_t child) : child_(child) {}

  void ask() {
    using namespace std::chrono;
    if (!asked_) {
      asked_ = true;
      since_ = steady_clock::now();
      ::kill(child_, SIGINT);
    } else if (steady_clock::now() - since_ > seconds(10)) {
      ::kill(child_, SIGKILL);
    }
  }

private:
  pid_t child_;
  bool asked_ = false;
  std::chrono::steady_clock::time_point since_;
};

} // namespace

Outcome run_child(const std::vector<std::string>& arguments, const std::filesystem::path& folder,
                  const Told& told, const std::function<bool()>& stop) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw RunError("no pipe for a run");
  Descriptor reading(ends[0]), writing(ends[1]);
  const pid_t child = start(arguments, folder, writing.get());
  writing.close();
  Listener listener(told);
  Stopper stopper(child);
  std::array<char, 4096> buffer{};
  for (bool open = true; open;) {
    pollfd wait{reading.get(), POLLIN, 0};
    if (::poll(&wait, 1, 200) > 0) {
      const ssize_t got = ::read(reading.get(), buffer.data(), buffer.size());
      if (got > 0) listener.take({buffer.data(), static_cast<std::size_t>(got)});
      open = got > 0 || (got < 0 && errno == EINTR);
    }
    if (stop()) stopper.ask();
  }
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
          std::move(listener).said()};
}

} // namespace tiltak::serve
