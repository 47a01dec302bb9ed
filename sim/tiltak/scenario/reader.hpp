// From the text of a YAML file to a tree (tree.hpp). reader.cpp is the only file that includes
// yaml-cpp, and it is stricter than YAML: one document, each key once, keys that are plain words,
// no merge keys, no tags, no tabs that indent. Hostile input ends in a diagnostic, never in a crash
// or a hang: size, depth and the number of values are bounded, aliases counted as if written out.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

#include <tiltak/scenario/tree.hpp>

namespace tiltak::scenario {

struct ReadLimits {
  std::size_t bytes = longest_source;
  std::size_t nodes = 500'000; // keys and values, those behind aliases among them
  int depth = 64; // maps and lists inside one another
  std::size_t mistakes = 50; // reading ends at the last of them
};

// The tree of `source`, a map at the top. What is wrong is added to `diagnostics`; nothing comes
// back if anything was. Syntax errors end the reading at the first; mistakes that leave the syntax
// whole (duplicate keys, tags, ...) are all reported.
std::optional<Node> read_tree(const SourcePtr& source, Diagnostics& diagnostics,
                              const ReadLimits& limits = {});

// The tree of the file at `path`, called by its path in messages.
std::optional<Node> read_tree_file(const std::filesystem::path& path, Diagnostics& diagnostics,
                                   const ReadLimits& limits = {});

} // namespace tiltak::scenario
