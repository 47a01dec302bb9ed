// Writes the small results file of the unit tests, for other programs to read:
//   write_small_file PATH [PERSONS MONTHS]
#include <cstdlib>

#include <fmt/format.h>

#include <tiltak/core/diagnostic.hpp>

#include "small_file.hpp"

int main(int argc, char** argv) {
  if (argc != 2 && argc != 4)
    return 2;
  tiltak::store::SmallFile size;
  if (argc == 4) {
    size.persons = std::strtoull(argv[2], nullptr, 10);
    size.months = std::strtoull(argv[3], nullptr, 10);
  }
  try {
    tiltak::store::write_small_file(argv[1], size);
  } catch (const tiltak::RunError& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 1;
  }
}
