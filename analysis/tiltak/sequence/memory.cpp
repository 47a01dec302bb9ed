#include <tiltak/sequence/memory.hpp>

#include <algorithm>
#include <fstream>
#include <limits>
#include <string>

#include <sys/resource.h>

#include <fmt/format.h>

namespace tiltak::sequence {
namespace {

constexpr std::size_t unknown = std::numeric_limits<std::size_t>::max();

std::size_t system_available() {
  std::ifstream in("/proc/meminfo");
  std::string key;
  std::size_t kilobytes = 0;
  for (std::string unit; in >> key >> kilobytes; std::getline(in, unit))
    if (key == "MemAvailable:")
      return kilobytes * 1024;
  return unknown;
}

std::size_t number_in(const char* file) {
  std::ifstream in(file);
  std::size_t value = 0;
  return in >> value ? value : unknown; // "max" is no number
}

std::size_t group_available() {
  const std::size_t limit = number_in("/sys/fs/cgroup/memory.max");
  const std::size_t used = number_in("/sys/fs/cgroup/memory.current");
  return limit == unknown || used == unknown ? unknown : limit - std::min(limit, used);
}

std::size_t address_space() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
    return unknown;
  return limit.rlim_cur;
}

} // namespace

std::size_t available_bytes() {
  const std::size_t least = std::min({system_available(), group_available(), address_space()});
  return least == unknown ? 0 : least;
}

std::string bytes_text(double bytes) {
  constexpr const char* units[] = {"bytes", "kB", "MB", "GB", "TB"};
  std::size_t u = 0;
  for (; bytes >= 1000 && u < 4; ++u)
    bytes /= 1000;
  return u == 0 ? fmt::format("{:.0f} bytes", bytes) : fmt::format("{:.1f} {}", bytes, units[u]);
}

} // namespace tiltak::sequence
