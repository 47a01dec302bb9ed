// A small results file with every variable of the layout, through the real writer. The values
// follow from their places, so that any reader can tell what must stand where.
#pragma once

#include <cstdint>
#include <string>

#include <tiltak/core/month.hpp>
#include <tiltak/store/writer.hpp>

namespace tiltak::store {

struct SmallFile {
  std::uint64_t persons = 5000; // two blocks of the panel
  std::uint64_t months = 72;    // two chunks in time
  Month start = Month::of(2014, 1);
};

// The engine's code of a person in a month: changes every few months, at most 6.
std::uint8_t code_of(std::uint64_t person, std::uint64_t month);

// What "jobs" stores for a code (states 0..6).
std::uint8_t job_of(std::uint8_t code);

Provenance small_provenance();
void write_world(ResultWriter& file, const std::string& world, const SmallFile& size);
void write_small_file(const std::string& path, const SmallFile& size = {});

} // namespace tiltak::store
