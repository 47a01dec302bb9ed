// tiltak merge: joins the parts of a run that was shared out on processes.
#include <chrono>
#include <memory>

#include <tiltak/core/parallel.hpp>
#include <tiltak/study/merge.hpp>

#include "command.hpp"
#include "summary.hpp"

namespace tiltak::cli {
namespace {

struct MergeOptions {
  std::vector<std::string> parts;
  std::string output;
};

int merge(const MergeOptions& options, const Common& common) {
  const auto began = std::chrono::steady_clock::now();
  store::Provenance provenance = store::begin_provenance();
  provenance.command_line = common.command_line;
  provenance.threads = static_cast<std::int32_t>(parallel::threads());
  const study::Merged merged = study::merge(options.parts, options.output, provenance);
  check_file(options.output);
  print({options.output, merged.persons, merged.replications,
         std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count()},
        merged.plan, merged.headlines, common);
  return done;
}

} // namespace

Action declare_merge(Arguments& app, Common& common) {
  const auto options = std::make_shared<MergeOptions>();
  add_common(app, common);
  app.option("PART", options->parts, "The parts, as 'tiltak run --shard K/N' wrote them")
      .required();
  app.option("-o,--output", options->output, "The results file (HDF5)")
      .required()
      .placeholder("OUT.h5");
  app.footer("The file is the one that a single process would have written.\n\nExample:\n"
             "  tiltak run mine.yaml --replications 8 --shard 1/2 -o 1.part\n"
             "  tiltak run mine.yaml --replications 8 --shard 2/2 -o 2.part\n"
             "  tiltak merge 1.part 2.part -o out.h5");
  return [options, &common] { return merge(*options, common); };
}

} // namespace tiltak::cli
