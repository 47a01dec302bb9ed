// Draws of the parameters from what is known of them after estimation: replication r of a run uses
// draw r, so that its replications differ by luck and by parameters.
//
//   tiltak: parameter_draws
//   names: [hazard.jobs.weak, ...]
//   draws:
//     - values: [-0.61, ...]            # in the order of the names
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <tiltak/scenario/parameter_file.hpp>

namespace tiltak::scenario {

struct ParameterDraws {
  std::vector<std::string> names;
  std::vector<std::vector<double>> draws; // each as long as `names`
};

ParameterDraws read_draws(const std::filesystem::path& path, Diagnostics& diagnostics);
std::string write_draws(const ParameterDraws& draws, const std::string& head);

// Puts draw `number` (modulo how many there are) in place of the values of `file`. A name that the
// file has not is a mistake.
void apply_draw(const ParameterDraws& draws, std::size_t number, ParameterFile& file,
                Diagnostics& diagnostics);

} // namespace tiltak::scenario
