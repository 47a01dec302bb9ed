#include "shared_run.hpp"

#include <chrono>
#include <filesystem>

#include <fmt/format.h>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/study/merge.hpp>

#include "companions.hpp"
#include "summary.hpp"
#include "terminal.hpp"

namespace tiltak::cli {
namespace {

std::string part_of(const std::string& output, std::size_t rank) {
  return fmt::format("{}.rank{}.part", output, rank);
}

void refuse_for_ranks(const RunWords& words) {
  Diagnostics wrong;
  const auto refuse = [&](bool given, const char* option, const char* hint) {
    if (given) wrong.add(Origin{option, 0, 0}, "a run on several ranks goes without it", {}, hint);
  };
  const char* one_process =
      "checkpoints are for one process: a job array of 'tiltak run --shard K/N'";
  refuse(words.shard.has_value(), "--shard", "ranks share replications out by themselves");
  refuse(words.every.has_value(), "--checkpoint-every", one_process);
  refuse(words.at.has_value(), "--checkpoint-at", one_process);
  refuse(words.resume, "--resume", one_process);
  refuse(words.branch.has_value(), "--branch", one_process);
  if (!wrong.empty()) throw InputError(wrong);
}

// Replications first: as many groups of ranks as there are replications for, and the persons of a
// group's replications shared out on its ranks.
void to_ranks(study::RunOptions& how, const std::vector<Plan>& plans, Companions& companions) {
  const Company& all = companions.all();
  const std::uint64_t n = std::uint64_t{plans.front().replications} * plans.size();
  std::size_t groups = plans.front().precision.figure.empty() ? all.size() : 1;
  while (all.size() % groups != 0 || groups > n) --groups;
  how.company = &companions.group(groups);
  how.shard.of = static_cast<std::uint32_t>(groups);
  how.shard.number = static_cast<std::uint32_t>(all.rank() / how.company->size() + 1);
  how.shard.blocks = static_cast<std::uint32_t>(how.company->size());
  how.shard.block = static_cast<std::uint32_t>(how.company->rank() + 1);
  how.output = part_of(how.output, all.rank());
}

study::Merged join(const std::string& output, const store::Provenance& about, std::size_t ranks) {
  std::vector<std::string> parts;
  for (std::size_t rank = 0; rank < ranks; ++rank) parts.push_back(part_of(output, rank));
  study::Merged merged = study::merge(parts, output, about);
  for (const std::string& part : parts) std::filesystem::remove(part);
  return merged;
}

} // namespace

int run_shared(study::RunOptions how, const RunWords& words, const std::vector<Plan>& plans,
               const store::Provenance& about, const Common& common) {
  const auto began = std::chrono::steady_clock::now();
  const std::string output = how.output;
  const Company& all = common.companions->all();
  refuse_for_ranks(words);
  to_ranks(how, plans, *common.companions);
  study::Replications replications(plans, about, how);
  replications.run(progress_bar(common.quiet));
  const std::string traffic = common.companions->traffic();
  std::int64_t whole = 1; // rank 0 waits until all parts are
  all.sum({&whole, 1});
  if (all.rank() != 0) return done;
  const study::Merged merged = join(output, about, all.size());
  check_file(output);
  how.say(fmt::format("{} ranks in {} groups; rank 0: {}", all.size(), how.shard.of, traffic));
  print({output, merged.persons, merged.replications,
         std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count()},
        plans.front(), merged.headlines, common);
  return done;
}

} // namespace tiltak::cli
