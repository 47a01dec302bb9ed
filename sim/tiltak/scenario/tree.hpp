// What a YAML file says, as values of our own: maps, lists and scalars, each key and each value
// with its place in the file. Scalars keep the raw text; what it means is decided by whoever asks
// for it (scalar.hpp), not by YAML's guesses. Nothing here knows yaml-cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <tiltak/scenario/source.hpp>

namespace tiltak::scenario {

enum class Shape { scalar, list, map };

struct Entry;

struct Node {
  Shape shape = Shape::scalar;
  Place place;
  std::string text; // of a scalar, as written, without quotes
  bool quoted = false; // "..." or '...' or a block of text: never a number, never empty
  std::vector<Node> items; // of a list
  std::vector<Entry> entries; // of a map, in the order of the file; keys are unique

  // Nothing stands after the key: an empty value, `~` or `null`.
  bool empty() const;
  // The value of `key`, or nullptr.
  const Node* find(std::string_view key) const;
};

struct Entry {
  std::string key;
  Place place; // of the key
  Node value;
};

// "a map", "a list", "'abc'", "nothing": what was found, for messages.
std::string describe(const Node& node);

} // namespace tiltak::scenario
