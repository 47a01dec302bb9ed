// Targets: their values come from the evidence, and a mistake is told with its place.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include <unistd.h>

#include <tiltak/study/targets.hpp>

namespace tiltak::study {
namespace {

const std::filesystem::path scenarios = std::filesystem::path(TILTAK_SOURCE_DIR) / "scenarios";

const scenario::EvidenceBase& evidence() {
  static Diagnostics diagnostics;
  static const scenario::EvidenceBase base(scenarios / "evidence", diagnostics);
  return base;
}

TargetFile read_text(const std::string& text, Diagnostics& diagnostics) {
  const auto path = std::filesystem::temp_directory_path() /
                    ("tiltak-targets-" + std::to_string(::getpid()) + ".yaml");
  std::ofstream(path) << text;
  TargetFile file = read_targets(path, evidence(), diagnostics);
  std::filesystem::remove(path);
  return file;
}

TEST_CASE("the targets that ship are read and some are held out") {
  Diagnostics diagnostics;
  const TargetFile file =
      read_targets(scenarios / "baseline/targets.yaml", evidence(), diagnostics);
  CHECK_MESSAGE(diagnostics.empty(), to_string(diagnostics));
  std::size_t held_out = 0;
  for (const Target& target : file.targets) held_out += target.held_out;
  CHECK(held_out >= 8);
  CHECK(file.targets.size() - held_out >= 40);
}

TEST_CASE("a target takes its value from the entry it names") {
  Diagnostics diagnostics;
  const auto file =
      read_text("tiltak: targets\npriors: p.yaml\ntargets:\n"
                "  a: {evidence: nossen_month60_full_time, width: 0.5, use: held_out}\n",
                diagnostics);
  REQUIRE_MESSAGE(diagnostics.empty(), to_string(diagnostics));
  CHECK(file.targets.front().value == 38);
  CHECK(file.targets.front().held_out);
  CHECK(file.targets.front().source == "[nossen_month60_full_time]");
}

TEST_CASE("statements and unknown entries and sources without evidence are refused all at once") {
  Diagnostics diagnostics;
  read_text("tiltak: targets\npriors: p.yaml\ntargets:\n"
            "  a: {evidence: M01, width: 1}\n"
            "  b: {evidence: nossen_month61, width: 1}\n"
            "  c: {value: 1, width: 1, source: \"an article\"}\n"
            "  d: {value: 1, width: 0, source: \"[M02]\"}\n"
            "  e: {value: 1, width: 1, source: \"[M02]\", use: fited}\n",
            diagnostics);
  CHECK(diagnostics.size() == 5);
}

} // namespace
} // namespace tiltak::study
