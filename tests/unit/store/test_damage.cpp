#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/store/probe.hpp>

#include "small_file.hpp"

using namespace tiltak;
using namespace tiltak::store;

namespace {

const std::string damage_path = "damaged.h5";

std::string content(const std::string& name) {
  std::ostringstream text;
  text << std::ifstream(name, std::ios::binary).rdbuf();
  return text.str();
}

enum class Outcome { well, refused, crashed };

Outcome outcome(const std::string& bytes) {
  std::ofstream(damage_path, std::ios::binary) << bytes;
  try {
    probe(damage_path);
  } catch (const InputError& error) {
    const std::string text = error.what();
    CHECK(text.starts_with("damaged.h5: error: "));
    return text.find("the HDF5 library fails") == std::string::npos ? Outcome::refused
                                                                    : Outcome::crashed;
  }
  return Outcome::well;
}

} // namespace

TEST_CASE("whatever is wrong with a file is a message") {
  write_small_file(damage_path, {60, 6, Month::of(2014, 1)});
  const std::string whole = content(damage_path);
  CHECK(outcome(whole) == Outcome::well);
  CHECK(outcome(whole.substr(0, 1000)) == Outcome::refused);
  CHECK(outcome("not HDF5") == Outcome::refused);
  std::uint64_t x = 88172645463325252u; // Marsaglia's xorshift64
  const auto draw = [&](std::uint64_t below) {
    x ^= x << 13;
    x ^= x >> 7;
    x ^= x << 17;
    return x % below;
  };
  int refused = 0, crashed = 0;
  for (int i = 0; i < 150; ++i) {
    std::string bytes = whole;
    for (auto wrong = 1 + draw(8); wrong > 0; --wrong)
      bytes[draw(bytes.size())] = static_cast<char>(draw(256));
    const Outcome found = outcome(bytes);
    refused += found == Outcome::refused;
    crashed += found == Outcome::crashed;
  }
  MESSAGE("refused ", refused, " and crashed the child ", crashed, " of 150");
  CHECK(refused > 50);
  std::filesystem::remove(damage_path);
}
