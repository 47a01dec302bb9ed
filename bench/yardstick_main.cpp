// yardstick PERSONS REPEATS: the median CPU nanoseconds of a person-month, for bench/peers/run.
#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <vector>

#include <fmt/format.h>

#include "yardstick.hpp"

int main(int argc, char** argv) {
  const std::size_t persons = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1'000'000;
  const int repeats = argc > 2 ? std::atoi(argv[2]) : 7;
  std::vector<double> ns;
  double z = 0;
  for (int r = 0; r < repeats; ++r) {
    const std::clock_t from = std::clock();
    const auto counts = yardstick::simulate(persons, static_cast<std::uint64_t>(r) + 1);
    ns.push_back(static_cast<double>(std::clock() - from) / CLOCKS_PER_SEC * 1e9 /
                 static_cast<double>(persons) / yardstick::months);
    z = std::max(z, yardstick::largest_z(counts, persons));
  }
  std::sort(ns.begin(), ns.end());
  fmt::print(
      "{{\"program\": \"tiltak\", \"ns_per_person_month\": {:.3f}, \"largest_z\": {:.2f}}}\n",
      ns[ns.size() / 2], z);
}
