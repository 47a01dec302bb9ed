#include "terminal.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <csignal>
#include <cstdlib>
#include <memory>
#include <string>

#include <unistd.h>

#include <fmt/format.h>

#include "progress_line.hpp"

namespace tiltak::cli {
namespace {

using Clock = std::chrono::steady_clock;

struct Bar {
  std::string what;
  Clock::time_point began = Clock::now();
  Clock::time_point drawn = Clock::time_point::min();
  int tenth = 0;
  bool visible = false, ended = false;
  double first = -1; // share that was done when it began: what a checkpoint brought took no time
};

double seconds(Clock::duration d) { return std::chrono::duration<double>(d).count(); }

std::string time_text(double s) {
  const long whole = std::lround(s);
  if (whole < 60) return fmt::format("{} s", whole);
  return fmt::format("{} min {:02} s", whole / 60, whole % 60);
}

void draw(Bar& bar, std::uint64_t done, std::uint64_t of) {
  const auto now = Clock::now();
  const double elapsed = seconds(now - bar.began);
  if (of == 0 && elapsed >= 0.5 && seconds(now - bar.drawn) >= 0.1) { // nobody knows how long
    bar.drawn = now;
    bar.visible = true;
    fmt::print(stderr, "\r{:<28} {} so far\x1b[K", bar.what, time_text(elapsed));
    std::fflush(stderr);
  }
  if (of == 0) return;
  const bool finished = done >= of;
  const double share = static_cast<double>(done) / static_cast<double>(of);
  if (bar.first < 0) bar.first = share;
  if (!finished && (elapsed < 0.5 || (bar.visible && seconds(now - bar.drawn) < 0.1))) return;
  if (finished && !bar.visible) return;
  bar.drawn = now;
  bar.visible = true;
  constexpr int width = 30;
  const int full = static_cast<int>(share * width);
  std::string rest = "...";
  if (finished)
    rest = fmt::format("done in {}", time_text(elapsed));
  else if (share > bar.first)
    rest = fmt::format("{} left", time_text(elapsed * (1 - share) / (share - bar.first)));
  fmt::print(stderr, "\r{:<28} [{:=<{}}{:<{}}] {:3.0f} % {}\x1b[K", bar.what, "", full, "",
             width - full, 100 * share, rest);
  bar.ended = finished;
  if (finished) fmt::print(stderr, "\n");
  std::fflush(stderr);
}

// "simulating" of "simulating (2 of 8)": one piece of work.
std::string what_for(const std::string& what) { return what.substr(0, what.find(" (")); }

void lines(Bar& bar, std::uint64_t done, std::uint64_t of) {
  const int tenth = of == 0 ? 10 : static_cast<int>(10 * done / of);
  const double elapsed = seconds(Clock::now() - bar.began);
  if (tenth <= bar.tenth || elapsed < 2) return;
  bar.tenth = tenth;
  fmt::print(stderr, "{}: {} % after {}\n", bar.what, 10 * tenth, time_text(elapsed));
}

bool in_lines = false;

// For other programs: five times a second, and at the start and end of each piece of work.
void report(Bar& bar, bool is_new, std::uint64_t done, std::uint64_t of) {
  const auto now = Clock::now();
  if (!is_new && done < of && seconds(now - bar.drawn) < 0.2) return;
  bar.drawn = now;
  fmt::print(stderr, "{}\n", progress_line(bar.what, done, of));
  std::fflush(stderr);
}

volatile std::sig_atomic_t makes_checkpoints = 0;

extern "C" void on_request(int) { request_checkpoint(); }

extern "C" void on_signal(int signal) {
  static volatile std::sig_atomic_t again = 0;
  if (again) std::_Exit(128 + signal);
  again = 1;
  request_stop(signal == SIGTERM && makes_checkpoints ? Stop::checkpoint : Stop::interrupt);
}

} // namespace

bool stderr_is_terminal() {
  const char* term = std::getenv("TERM");
  return ::isatty(STDERR_FILENO) != 0 && !(term && std::string(term) == "dumb");
}

Progress progress_bar(bool quiet) {
  const bool terminal = stderr_is_terminal();
  auto bar = std::make_shared<Bar>();
  return [quiet, terminal, bar](const std::string& what, std::uint64_t done, std::uint64_t of) {
    if (!makes_checkpoints || stop_requested() == Stop::interrupt) check_stop();
    if (quiet && !in_lines) return;
    const bool is_new = what_for(what) != what_for(bar->what);
    if (is_new) {
      if (terminal && bar->visible && !bar->ended) fmt::print(stderr, "\n");
      *bar = Bar{};
    }
    bar->what = what;
    if (in_lines) return report(*bar, is_new, done, of);
    terminal ? draw(*bar, done, of) : lines(*bar, done, of);
  };
}

void tell_progress_in_lines() { in_lines = true; }

void stop_at_checkpoints() { makes_checkpoints = 1; }

void handle_signals() {
  std::signal(SIGINT, on_signal);
  std::signal(SIGTERM, on_signal);
  std::signal(SIGUSR1, on_request);
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN); // a file that grows too large is an error of writing
}

} // namespace tiltak::cli
