// What a results file may hold: one table of every group, variable and root attribute. The writer
// creates datasets from it, the reader checks against it, and docs/formats/results.md is made from
// it. A new output variable is one row here and its computation.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tiltak/store/codes.hpp>
#include <tiltak/store/type.hpp>

namespace tiltak::store::layout {

// The contract with readers. A new variable raises the minor number; anything that could mislead a
// program written for an older file raises the major number.
constexpr std::string_view format_name = "results";
constexpr int format_major = 2, format_minor = 1;

constexpr std::string_view days = "days since 1970-01-01"; // units of every calendar month

// small: contiguous, uncompressed. column: by person or spell, deflate 1. panel: person x time in
// chunks of 4096 persons, deflate 1. replicated: a chunk for each replication, deflate 1.
enum class Storage : std::uint8_t { small, column, panel, replicated };

struct Variable {
  std::string_view path;       // "<world>" stands for any name of a world
  std::string_view dimensions; // blank-separated, slowest first
  Type type;
  Storage storage;
  std::string_view units; // "1" for counts and shares; empty for codes and texts
  std::string_view long_name, long_name_nb;
  bool required = false;             // in every file that has the group
  std::string_view description = {}; // where the long name does not say it all
  Codes codes = {};

  std::string_view name() const { return path.substr(path.rfind('/') + 1); }
  std::string_view group() const { return path.substr(0, path.rfind('/')); }
  std::vector<std::string> dimension_names() const;
  bool is_coordinate() const { return dimensions == name(); }
};

struct Group {
  std::string_view path, title, description;
};

struct Attribute {
  std::string_view name, type, description;
};

std::span<const Variable> variables();
std::span<const Group> groups();
std::span<const Attribute> root_attributes();

// The row for a path in a file ("/worlds/policy/states"), or null.
const Variable* find(std::string_view path);
const Group* find_group(std::string_view path);

// Whether a path is one the pattern stands for: same parts, "<world>" any part.
bool matches(std::string_view pattern, std::string_view path);

// Words that may name a world: letters, digits, '_' and '-', at most 64.
bool is_world_name(std::string_view name);

} // namespace tiltak::store::layout
