// The published figures that parameters are fitted to, and those held out.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <tiltak/core/diagnostic.hpp>

namespace tiltak::study {

struct Target {
  std::string id; // of the moment (moments.hpp)
  double value = 0;
  double width = 0; // standard error, or a judged width
  bool judged = false; // the width has no source
  bool held_out = false;
  std::string source;
};

struct TargetFile {
  std::filesystem::path priors; // parameters to start from
  std::vector<Target> targets;
};

// Reads a file of targets; every mistake goes to the diagnostics.
TargetFile read_targets(const std::filesystem::path& path, Diagnostics& diagnostics);

} // namespace tiltak::study
