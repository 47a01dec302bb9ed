// The table of the fit counts only for the values it was made of.
#include <doctest/doctest.h>

#include <tiltak/scenario/data_files.hpp>
#include <tiltak/scenario/fit_file.hpp>
#include <tiltak/scenario/resolve.hpp>

#include "files.hpp"

namespace tiltak::scenario {
namespace {

const std::string written = "tiltak: parameters\nparameters:\n"
                            "  a: {value: 0.5, prior: 0.5, source: \"judgement\"}\n"
                            "  b: {value: 2, prior: 2, source: \"judgement\"}\n";
const std::string table = "moment\tuse\nx\tfitted\n";

ParameterFile read(const std::filesystem::path& path) {
  Diagnostics diagnostics;
  const ParameterFile file = read_parameters(path, diagnostics);
  REQUIRE(diagnostics.empty());
  return file;
}

std::string fit_with(const Files& files, const std::string& more = "") {
  files.write("s.yaml", "parameters: {file: p.yaml" + more + "}\n");
  return fit_of(resolve(files.path("s.yaml"), {}));
}

TEST_CASE("a fit is carried along while the parameters have the values it is of") {
  Files files;
  const auto parameters = files.write("p.yaml", written);
  CHECK(fit_with(files).empty());
  const std::string fit = fit_head(read(parameters)) + table;
  files.write("p.fit.tsv", fit);
  CHECK(fit_path(parameters) == files.path("p.fit.tsv"));
  CHECK(fit_with(files) == fit);
  // Another order, other comments and the last bit of a value make no other parameters ...
  files.write("p.yaml", "tiltak: parameters\nparameters: # anew\n"
                        "  b: {value: 2, prior: 2, source: \"judgement\"}\n"
                        "  a: {value: 0.50000000000000011, prior: 0.4, source: \"judgement\"}\n");
  CHECK(fit_with(files) == fit);
  CHECK(fit_with(files, ", variants: gamma_zero") == "# variants: gamma_zero\n");
  // ... another value does.
  files.write("p.yaml", "tiltak: parameters\nparameters:\n"
                        "  a: {value: 0.5001, prior: 0.5, source: \"judgement\"}\n"
                        "  b: {value: 2, prior: 2, source: \"judgement\"}\n");
  CHECK(fit_with(files) == "# stale\n");
}

TEST_CASE("the shipped parameters have the fit that is shipped") {
  Files files;
  files.write("s.yaml", "seed: 1\n");
  const std::string fit = fit_of(resolve(files.path("s.yaml"), {}));
  INFO("make it anew: docs/model/calibration-method.md, The fit beside the parameters");
  CHECK(fit.starts_with("# tiltak: fit of "));
  CHECK(fit.find("\nstock.register.unemployed\tfitted\t") != std::string::npos);
}

} // namespace
} // namespace tiltak::scenario
