// The published figures that parameters are fitted to, and those held out.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/scenario/evidence.hpp>
#include <tiltak/scenario/parameter_file.hpp>

namespace tiltak::study {

// Some studies tell a sign, not a size: the moment is to be on one side of the value.
enum class TargetSide : std::uint8_t { equal, at_least, at_most };

struct Target {
  std::string id; // of the moment (moments.hpp, effect_moments.hpp)
  double value = 0;
  double width = 0; // standard error, or a judged width
  bool judged = false; // the width has no source
  bool held_out = false; // printed, never fitted
  std::string source; // with ids of evidence in brackets
  TargetSide side = TargetSide::equal;

  // How far `moment` is from where it is to be, in units.
  double gap(double moment) const {
    const double gap = moment - value;
    if (side == TargetSide::at_least) return gap < 0 ? gap : 0;
    if (side == TargetSide::at_most) return gap > 0 ? gap : 0;
    return gap;
  }
  bool is_effect() const { return id.starts_with("effect."); }
};

struct TargetFile {
  std::filesystem::path priors; // parameters to start from
  std::vector<Target> targets;
  // Names of the parameters to estimate, where not all are; and of those to leave as they are.
  std::vector<std::string> estimates, leaves;
};

// Holds the parameters that the file of targets does not estimate. A name that is no parameter's
// goes to the diagnostics.
void hold(const TargetFile& targets, scenario::ParameterFile& parameters, Diagnostics& diagnostics);

// Reads a file of targets; every mistake goes to the diagnostics. A target's value is that of the
// entry of the evidence it names, or its own, with a source that cites entries.
TargetFile read_targets(const std::filesystem::path& path, const scenario::EvidenceBase& evidence,
                        Diagnostics& diagnostics);

} // namespace tiltak::study
