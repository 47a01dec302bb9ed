// The state of an estimation as a file, so that one that was stopped goes on where it was.
#pragma once

#include <filesystem>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/study/estimation.hpp>

namespace tiltak::study {

// Numbers are written in the shortest form that reads back to the same bits. The file appears under
// its name only when it is whole.
void write_state(const std::filesystem::path& path, const EstimationState& state);

EstimationState read_state(const std::filesystem::path& path, Diagnostics& diagnostics);

} // namespace tiltak::study
