#include <tiltak/store/provenance.hpp>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iterator>
#include <vector>

#include <fmt/chrono.h>

#include <tiltak/core/parallel.hpp>
#include <tiltak/store/hdf5.hpp>
#include <tiltak/store/version.hpp>

namespace tiltak::store {
namespace {

std::string command_line() {
  std::ifstream file("/proc/self/cmdline", std::ios::binary);
  std::vector<std::string> arguments;
  for (std::string argument; std::getline(file, argument, '\0');)
    arguments.push_back(argument);
  return shell_quoted(arguments);
}

std::string processor_model() {
  std::ifstream file("/proc/cpuinfo");
  for (std::string line; std::getline(file, line);)
    if (line.rfind("model name", 0) == 0)
      return line.substr(std::min(line.find(':') + 2, line.size()));
  return "unknown";
}

// The vector instructions that the code may choose between at run time.
std::string vector_instructions() {
  std::string names;
#if defined(__x86_64__)
  if (__builtin_cpu_supports("sse4.2"))
    names += " sse4.2";
  if (__builtin_cpu_supports("avx2"))
    names += " avx2";
  if (__builtin_cpu_supports("avx512f"))
    names += " avx512f";
  if (__builtin_cpu_supports("avx512bw"))
    names += " avx512bw";
#endif
  return names.empty() ? " none known" : names;
}

} // namespace

std::string shell_quoted(std::span<const std::string> arguments) {
  constexpr std::string_view plain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./=,:+@%";
  std::string line;
  for (const std::string& argument : arguments) {
    if (!line.empty())
      line += ' ';
    if (!argument.empty() && argument.find_first_not_of(plain) == std::string::npos) {
      line += argument;
      continue;
    }
    line += '\'';
    for (char c : argument)
      line += c == '\'' ? std::string("'\\''") : std::string(1, c);
    line += '\'';
  }
  return line;
}

std::string utc_now() {
  const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(now));
}

std::string program_version() {
  return build::version;
}
std::string program_commit() {
  return build::commit;
}

Provenance begin_provenance() {
  Provenance p;
  p.version = build::version;
  p.commit = build::commit;
  p.command_line = command_line();
  p.threads = static_cast<std::int32_t>(parallel::threads());
  p.started = utc_now();
  p.libraries = fmt::format("HDF5 {}, {}", hdf5::version(), build::libraries);
  p.processor = processor_model() + ";" + vector_instructions();
  return p;
}

} // namespace tiltak::store
