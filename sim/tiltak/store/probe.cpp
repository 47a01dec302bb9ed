#include <tiltak/store/probe.hpp>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <new>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fmt/format.h>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/core/progress.hpp>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define TILTAK_SANITIZED
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define TILTAK_SANITIZED
#endif
#endif

namespace tiltak::store {
namespace {

constexpr std::uint64_t slab_bytes = std::uint64_t{64} << 20; // read at a time
constexpr std::uint64_t room_bytes = std::uint64_t{2} << 30; // the child's own memory at most
constexpr std::uint64_t bytes_a_second = std::uint64_t{8} << 20; // of a file, on a slow machine
constexpr rlim_t least_seconds = 20;

template <class T> void touch(const ResultReader& file, const std::string& path) {
  const auto shape = file.shape(path);
  std::uint64_t row = 1;
  for (std::size_t d = 1; d < shape.size(); ++d) row *= shape[d];
  const std::uint64_t rows = std::max<std::uint64_t>(1, slab_bytes / (row * sizeof(T) + 1));
  std::vector<T> values;
  for (std::uint64_t first = 0; first < shape[0]; first += rows) {
    const std::uint64_t count = std::min(rows, shape[0] - first);
    values.resize(count * row);
    file.read_rows<T>(path, first, count, values);
  }
}

void touch(const ResultReader& file, const layout::Variable& row, const std::string& path) {
  if (!file.has(path)) return;
  switch (row.type) {
  case Type::u8: return touch<std::uint8_t>(file, path);
  case Type::i8: return touch<std::int8_t>(file, path);
  case Type::u16: return touch<std::uint16_t>(file, path);
  case Type::i16: return touch<std::int16_t>(file, path);
  case Type::u32: return touch<std::uint32_t>(file, path);
  case Type::i32: return touch<std::int32_t>(file, path);
  case Type::u64: return touch<std::uint64_t>(file, path);
  case Type::i64: return touch<std::int64_t>(file, path);
  case Type::f32: return touch<float>(file, path);
  case Type::f64: return touch<double>(file, path);
  case Type::text: file.read_text(path);
  }
}

// What is wrong with the file; empty if nothing is.
std::string fault_of(const std::string& path, Limits limits) {
  try {
    read_everything(ResultReader(path, limits));
  } catch (const InputError& error) {
    return error.diagnostics().all().front().message;
  } catch (const std::bad_alloc&) {
    return "needs more memory than a results file does";
  } catch (const std::exception& error) {
    return error.what();
  }
  return {};
}

rlim_t seconds_for(const std::string& path) {
  std::error_code none;
  const auto bytes = std::filesystem::file_size(path, none);
  return least_seconds + (none ? 0 : bytes / bytes_a_second);
}

void limit(int resource, rlim_t most) {
  const rlimit both{most, most};
  ::setrlimit(resource, &both);
}

// Above what the program has already. Sanitizers reserve terabytes for themselves.
void limit_memory() {
#ifndef TILTAK_SANITIZED
  std::uint64_t pages = 0;
  std::ifstream("/proc/self/statm") >> pages;
  limit(RLIMIT_AS, pages * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE)) + room_bytes);
#endif
}

[[noreturn]] void child(const std::string& path, Limits limits, int answer) {
  for (const int signal : {SIGSEGV, SIGBUS, SIGABRT, SIGILL, SIGFPE, SIGINT, SIGTERM})
    std::signal(signal, SIG_DFL);
  if (const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC); nowhere >= 0)
    ::dup2(nowhere, STDERR_FILENO); // what the C library says at last
  const rlim_t seconds = seconds_for(path);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_CPU, seconds);
  ::alarm(static_cast<unsigned>(10 * seconds)); // a disk may be slow, but not for ever
  limit_memory();
  const std::string wrong = fault_of(path, limits);
  const auto written = ::write(answer, wrong.data(), wrong.size());
  ::_exit(written == static_cast<ssize_t>(wrong.size()) ? 0 : 1);
}

std::string heard(int answer) {
  std::string text;
  std::array<char, 4096> part{};
  for (ssize_t n = 1; n > 0 || (n < 0 && errno == EINTR);) {
    n = ::read(answer, part.data(), part.size());
    if (n > 0) text.append(part.data(), static_cast<std::size_t>(n));
  }
  return text;
}

std::string end_of(int status) {
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return {};
  const int signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  if (signal == SIGXCPU || signal == SIGKILL || signal == SIGALRM)
    return "is damaged: reading it takes too long";
  return "is damaged: the HDF5 library fails on it";
}

} // namespace

void read_everything(const ResultReader& file) {
  for (const auto& [path, row] : file.variables()) touch(file, *row, path);
}

void probe(const std::string& path, Limits limits) {
  std::error_code none;
  if (std::filesystem::exists(path, none) && !std::filesystem::is_regular_file(path, none))
    throw InputError({path}, "is no file", "a results file of tiltak");
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0)
    fail_with_errno(path, "cannot be read in a child process", errno);
  const pid_t pid = ::fork();
  if (pid < 0) fail_with_errno(path, "cannot be read in a child process", errno);
  if (pid == 0) child(path, limits, pipe[1]);
  ::close(pipe[1]);
  const std::string wrong = heard(pipe[0]);
  ::close(pipe[0]);
  int status = 0;
  while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  check_stop(); // the child of an interrupted program is interrupted too
  if (!wrong.empty()) throw InputError({path}, wrong);
  if (const std::string end = end_of(status); !end.empty()) throw InputError({path}, end);
}

ResultReader open_foreign(const std::string& path, Limits limits) {
  probe(path, limits);
  return ResultReader(path, limits);
}

} // namespace tiltak::store
