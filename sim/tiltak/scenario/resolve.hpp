// From a scenario file to values: the file, what it extends, what the command line sets, the
// defaults.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <tiltak/scenario/values.hpp>

namespace tiltak::scenario {

// A value given on the command line; comes before every file, later ones before earlier ones.
struct Assignment {
  std::string from; // "--set", "--seed": named in messages and as the value's origin
  std::string key;
  std::string value; // as in a file, without quotes; paths are relative to the working directory
};

// "path.to.key=value", as after --set. Throws InputError if there is no '='.
Assignment read_assignment(const std::string& text);

struct Change {
  std::vector<Assignment> assignments;
  // The measures of the catalogue: names below `measures` must be among them. Empty: any name.
  std::vector<std::string> measures;
};

// The scenario in the file at `path`. Throws InputError with everything that is wrong.
Values resolve(const std::filesystem::path& path, const Change& change = {});

// The same, with what is wrong added to `diagnostics`; nothing comes back if anything was.
std::optional<Values> resolve(const std::filesystem::path& path, const Change& change,
                              Diagnostics& diagnostics);

// The same for a text that is no file; its paths are relative to `folder`.
std::optional<Values> resolve(const SourcePtr& text, const std::filesystem::path& folder,
                              const Change& change, Diagnostics& diagnostics);

} // namespace tiltak::scenario
