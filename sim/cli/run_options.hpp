// The options of a run that is long or shared out: checkpoints and shards, as words and as read.
#pragma once

#include <optional>
#include <string>

#include <tiltak/study/replications.hpp>

#include "arguments.hpp"

namespace tiltak::cli {

struct RunWords {
  std::optional<std::string> every, at, branch, shard;
  bool resume = false;
};

void add_words(Arguments& app, RunWords& words);

// Throws InputError with everything that is wrong.
study::RunOptions read_words(const RunWords& words);

} // namespace tiltak::cli
