// How well parameters say what was published: a table beside their file, as `tiltak calibrate`
// wrote it, which results carry along so that a report can show it. A table of other values does
// not count.
//
//   # tiltak: fit of 0123456789abcdef        what the values of the parameters hash to
//   # made by: tiltak calibrate ...
//   moment <tab> use <tab> side <tab> published <tab> width <tab> judged <tab> model <tab> gap
//   <tab> ...
#pragma once

#include <filesystem>
#include <string>

#include <tiltak/scenario/parameter_file.hpp>
#include <tiltak/scenario/values.hpp>

namespace tiltak::scenario {

// The first line of a table of the fit; ends the hash that names the values.
std::string fit_head(const ParameterFile& parameters);

// Where the table of a file of parameters lies: parameters.fit.tsv beside parameters.yaml.
std::filesystem::path fit_path(const std::filesystem::path& parameters);

// The table beside the parameters of a scenario. Without one: empty. If it is of other values, or
// variants are laid over them: one line "# stale" or "# variants: NAMES", since the fit is not of
// the values in force. Throws InputError when the parameters cannot be read.
std::string fit_of(const Values& values);

} // namespace tiltak::scenario
