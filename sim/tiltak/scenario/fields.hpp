// Every key of a scenario file, once. From this table alone come the checks of a scenario, the JSON
// Schema, the reference page, `tiltak explain` and the form of the live page.
#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tiltak/scenario/type.hpp>

namespace tiltak::scenario {

struct Field {
  std::string_view path; // "measures.<id>.price"; <id> stands for any name
  Type type;
  std::string_view fallback = {}; // the default, as a user would write it; empty: no value
  Words unless_set = {}; // what holds where there is no default: "from the catalogue"
  std::string_view example = {}; // a value, as a user would write it
  Words does; // what the key decides
  std::span<const Option> ids = {}; // the names <id> may be; empty: any name of a-z, 0-9 and _
};

// All fields, in the order in which they are explained.
const std::vector<Field>& fields();

// The keys that may follow one another: the table as a tree.
struct Level {
  const Field* field = nullptr; // a value stands here
  std::map<std::string, Level> children; // keys below
  std::unique_ptr<Level> any; // below <id>
  std::span<const Option> ids; // names <id> may be; empty: any name
  std::vector<std::string> order; // of the children, as in the table
};

const Level& top_level();

// The field of a path written out ("frictions.season"), or nullptr.
const Field* find_field(std::string_view path);

// Whether a name can stand for <id>: a letter a-z, then letters, digits and underscores, at
// most 64.
bool is_id(std::string_view name);

// "a.b.c" cut at its dots.
std::vector<std::string> segments(std::string_view path);

} // namespace tiltak::scenario
