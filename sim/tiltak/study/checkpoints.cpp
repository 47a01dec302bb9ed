#include <tiltak/study/checkpoints.hpp>

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include <tiltak/core/progress.hpp>

namespace tiltak::study {
namespace {

namespace fs = std::filesystem;
constexpr const char* ending = ".checkpoint";

} // namespace

std::vector<std::string> Checkpoints::found() const {
  const fs::path output(output_);
  const fs::path folder = output.has_parent_path() ? output.parent_path() : fs::path(".");
  const std::string beginning = output.filename().string() + ".r";
  std::vector<std::string> paths;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(folder, none)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(beginning) && name.ends_with(ending))
      paths.push_back((output.has_parent_path() ? entry.path() : entry.path().filename()).string());
  }
  std::sort(paths.rbegin(), paths.rend()); // replication and month have a fixed width
  return paths;
}

bool Checkpoints::is_due(Month next) const {
  if (take_checkpoint_request() || stop_requested() == Stop::checkpoint) return true;
  return options_.every > 0 && (next - first_recorded_) % options_.every == 0;
}

bool Checkpoints::is_kept(std::uint64_t replication, Month next) const {
  return replication == 0 && options_.at && *options_.at + 1 == next;
}

std::string Checkpoints::name(std::uint64_t replication, Month next) const {
  return fmt::format("{}.r{:06}-{}{}", output_, replication, to_string(next - 1), ending);
}

std::string Checkpoints::kept_name(Month next) const {
  return fmt::format("{}.at-{}{}", output_, to_string(next - 1), ending);
}

void Checkpoints::made(const std::string& path) {
  std::erase(mine_, path);
  mine_.push_back(path);
  if (mine_.size() > kept) mine_.erase(mine_.begin());
  std::error_code ignored;
  for (const std::string& old : found())
    if (std::find(mine_.begin(), mine_.end(), old) == mine_.end()) fs::remove(old, ignored);
}

} // namespace tiltak::study
