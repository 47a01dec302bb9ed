// Parameter files: numbers by name, each with where it came from. `tiltak calibrate` writes them.
// Variants (scenarios/evidence/variants) are such files too, laid over the one in force.
//
//   tiltak: parameters
//   parameters:
//     hazard:
//       full_none:
//         none_unemployed:
//           base: {value: 0.003, prior: 0.0031, width: 0.4, estimated: true, source: ...}
#pragma once

#include <filesystem>
#include <limits>
#include <string>
#include <vector>

#include <tiltak/scenario/tree.hpp>

namespace tiltak::scenario {

struct ParameterEntry {
  static constexpr double infinity = std::numeric_limits<double>::infinity();
  std::string name; // "hazard.full_none.none_unemployed.base"
  double value = 0;
  double prior = 0; // centre before estimation
  double width = 0; // of the prior, on the scale below; 0: not estimated
  bool logarithmic = false; // width is of the logarithm: for numbers that stay positive
  double sd = 0; // after estimation, on the same scale; 0: not estimated
  double low = -infinity, high = infinity; // where the value may be: what evidence or sense allows
  bool held = false; // not estimated this time, though it has a width; not in the file
  std::string source; // evidence id, place in a source, or "judgement"
  Place place;
};

struct ParameterFile {
  std::vector<ParameterEntry> entries; // in the order of the file
  std::string name;
};

// Reads a file; every mistake goes to the diagnostics.
ParameterFile read_parameters(const std::filesystem::path& path, Diagnostics& diagnostics);

// The file as text, entries nested by the parts of their names, with `head` as a comment above.
std::string write_parameters(const std::vector<ParameterEntry>& entries, const std::string& head);

} // namespace tiltak::scenario
