// tiltak export OUT.h5 --csv DIR
#include <memory>

#include <fmt/format.h>

#include <tiltak/store/probe.hpp>
#include <tiltak/store/tables.hpp>

#include "command.hpp"
#include "terminal.hpp"

namespace tiltak::cli {

Action declare_export(Arguments& app, Common& common) {
  struct Options {
    std::string file, directory;
  };
  const auto options = std::make_shared<Options>();
  app.option("file", options->file, "A results file").required().placeholder("OUT.h5");
  app.option("--csv", options->directory, "Where the CSV files go; made if it is missing")
      .required()
      .placeholder("DIR");
  add_common(app, common);
  app.footer(
      "Example: tiltak export out.h5 --csv tables\n"
      "Panels are written as sequences in TraMineR's STS format: id, then a column a month.");
  return [options, &common] {
    const store::ResultReader file = store::open_foreign(options->file);
    const auto written = store::export_tables(file, options->directory, progress_bar(common.quiet));
    if (common.json) {
      fmt::print("{{\"files\": [");
      for (std::size_t i = 0; i < written.size(); ++i)
        fmt::print("{}\"{}\"", i == 0 ? "" : ", ", written[i]);
      fmt::print("]}}\n");
    } else if (!common.quiet) {
      fmt::print("{}: {} files in {}\n", options->file, written.size(), options->directory);
    }
    return done;
  };
}

} // namespace tiltak::cli
