// Scenario files that live as long as a test does.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include <unistd.h>

namespace tiltak::scenario {

// A folder of its own, removed at the end.
class Files {
public:
  Files() {
    static int made = 0;
    folder_ = std::filesystem::temp_directory_path() /
              ("tiltak-scenario-" + std::to_string(::getpid()) + "-" + std::to_string(made++));
    std::filesystem::create_directories(folder_);
  }
  ~Files() { std::filesystem::remove_all(folder_); }
  Files(const Files&) = delete;
  Files& operator=(const Files&) = delete;

  // Writes a file, folders above it among them, and gives its path.
  std::filesystem::path write(const std::string& name, std::string_view text) const {
    const auto path = folder_ / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
    return path;
  }
  std::filesystem::path path(const std::string& name) const { return folder_ / name; }

private:
  std::filesystem::path folder_;
};

} // namespace tiltak::scenario
