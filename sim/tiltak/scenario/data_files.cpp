#include <tiltak/scenario/data_files.hpp>

#include <cstdlib>
#include <string>
#include <vector>

#include <tiltak/core/diagnostic.hpp>

namespace tiltak::scenario {

std::filesystem::path shipped_file(std::string_view relative) {
  namespace fs = std::filesystem;
  std::vector<fs::path> roots;
  if (const char* given = std::getenv("TILTAK_DATA")) roots.emplace_back(given);
  std::error_code ignored;
  const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
  if (!program.empty())
    roots.push_back(program.parent_path().parent_path() / "share" / "tiltak" / "scenarios");
  roots.emplace_back(TILTAK_SCENARIOS_DIR);
  std::string looked;
  for (const fs::path& root : roots) {
    const fs::path path = root / relative;
    if (fs::exists(path, ignored)) return path;
    looked += "\n   " + path.string();
  }
  throw RunError("a file that ships with the program is missing; looked for" + looked);
}

} // namespace tiltak::scenario
