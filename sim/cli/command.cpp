#include "command.hpp"

namespace tiltak::cli {

// declared here, defined in the file of the same name

const std::vector<Command>& commands() {
  static const std::vector<Command> table{};
  return table;
}

void add_common(CLI::App& app, Common& common) {
  app.add_option("--threads", common.threads, "Threads to use; 0 is one for each core")
      ->capture_default_str();
  app.add_flag("-q,--quiet", common.quiet, "Say nothing but errors");
  app.add_flag("--json", common.json, "A machine-readable summary on standard output");
}

} // namespace tiltak::cli
