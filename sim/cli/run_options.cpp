#include "run_options.hpp"

#include <charconv>

#include <fmt/format.h>

#include <tiltak/core/diagnostic.hpp>

namespace tiltak::cli {
namespace {

constexpr std::uint32_t most = 100'000;

// A whole number from 1, or nothing.
std::optional<std::uint32_t> count(std::string_view text) {
  std::uint32_t n = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
  if (error != std::errc{} || end != text.data() + text.size() || n < 1 || n > most) return {};
  return n;
}

std::optional<study::Shard> shard(std::string_view text) {
  const auto slash = text.find('/');
  if (slash == std::string_view::npos) return {};
  const auto number = count(text.substr(0, slash)), of = count(text.substr(slash + 1));
  if (!number || !of || *number > *of) return {};
  return study::Shard{*number, *of};
}

} // namespace

void add_words(Arguments& app, RunWords& words) {
  app.option("--checkpoint-every", words.every,
             "Make a checkpoint every N months, counted from the first recorded one; two are kept")
      .placeholder("N");
  app.option("--checkpoint-at", words.at,
             "Make one at the end of this month and keep it, to branch off")
      .placeholder("YYYY-MM");
  app.flag("--resume", words.resume,
           "Go on from the last checkpoint of OUT.h5; begin at the beginning where there is none");
  app.option("--branch", words.branch,
             "Go on from another scenario's checkpoint: its past, this scenario's future")
      .placeholder("CHECKPOINT");
  app.option("--shard", words.shard,
             "Simulate part K of N of the replications; 'tiltak merge' joins the parts")
      .placeholder("K/N");
}

study::RunOptions read_words(const RunWords& words) {
  study::RunOptions options;
  Diagnostics wrong;
  if (words.every) {
    if (const auto months = count(*words.every))
      options.checkpoints.every = static_cast<int>(*months);
    else
      wrong.add(Origin{"--checkpoint-every", 0, 0},
                fmt::format("'{}' is no number of months", *words.every), "1 or more");
  }
  if (words.at) {
    options.checkpoints.at = parse_month(*words.at);
    if (!options.checkpoints.at)
      wrong.add(Origin{"--checkpoint-at", 0, 0}, fmt::format("'{}' is no month", *words.at),
                "as 2016-12");
  }
  if (words.shard) {
    if (const auto read = shard(*words.shard))
      options.shard = *read;
    else
      wrong.add(Origin{"--shard", 0, 0}, fmt::format("'{}' is no part", *words.shard),
                "K/N with K from 1 to N, as 3/8");
  }
  if (words.branch && words.resume)
    wrong.add(Origin{"--resume", 0, 0}, "a branch that was stopped begins again from its past",
              "--branch or --resume");
  if (words.branch && words.branch->empty())
    wrong.add(Origin{"--branch", 0, 0}, "it names no checkpoint");
  options.checkpoints.resume = words.resume;
  options.checkpoints.branch = words.branch.value_or("");
  if (!wrong.empty()) throw InputError(wrong);
  return options;
}

} // namespace tiltak::cli
