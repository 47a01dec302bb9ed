// How far long work has come, as a line for other programs: `progress DONE OF WHAT`. What
// `--progress lines` writes to standard error, and what `tiltak serve` reads of its runs.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tiltak::cli {

struct ProgressLine {
  std::string what;
  double done = 0, of = 0;
};

std::string progress_line(const std::string& what, std::uint64_t done, std::uint64_t of);

// Nothing for lines that are something else.
std::optional<ProgressLine> parse_progress_line(const std::string& line);

} // namespace tiltak::cli
