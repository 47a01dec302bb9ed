// A scenario file and the files it builds on, by `extends`.
#pragma once

#include <filesystem>
#include <vector>

#include <tiltak/scenario/tree.hpp>

namespace tiltak::scenario {

constexpr std::size_t longest_chain = 8;

struct Link {
  SourcePtr source;
  std::filesystem::path folder; // paths in this file are relative to it
  Node tree;
};

// The file at `path` first, then what it extends, and so on. What is wrong (a missing file, a
// cycle, more than `longest_chain` files, no YAML) is added to `diagnostics`; the links that could
// be read come back all the same, so that their own mistakes can be reported too.
std::vector<Link> read_chain(const std::filesystem::path& path, Diagnostics& diagnostics);

// The same for a text that is no file, as if it stood in `folder`.
std::vector<Link> read_chain(const SourcePtr& text, const std::filesystem::path& folder,
                             Diagnostics& diagnostics);

} // namespace tiltak::scenario
