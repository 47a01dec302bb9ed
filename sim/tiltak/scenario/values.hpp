// A scenario with every key decided: what it is and who said so. Immutable once resolved.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <tiltak/scenario/fields.hpp>

namespace tiltak::scenario {

struct Value {
  const Field* field = nullptr;
  Scalar scalar;
  Place place; // where it was said; source "default" where nobody did
  std::string written; // as it was written there

  bool is_default() const { return place.source->name() == "default"; }
};

// Keys are full paths: "seed", "measures.training.price". Asking for a key that is not in the
// table, or for another kind than it has, is a mistake in the program: std::logic_error. A key that
// has neither a value nor a default can be asked for with has(). Reading notes which keys were
// read, so values are read from one thread.
class Values {
public:
  bool has(std::string_view key) const { return find(key) != nullptr; }
  const Value& at(std::string_view key) const;

  std::int64_t integer(std::string_view key) const; // also of months
  double real(std::string_view key) const; // also of shares
  Month month(std::string_view key) const;
  Money money(std::string_view key) const;
  const std::string& text(std::string_view key) const;
  const std::string& choice(std::string_view key) const;
  bool is_on(std::string_view key) const; // of a choice of on and off
  bool boolean(std::string_view key) const;
  std::filesystem::path file(std::string_view key) const; // as it can be opened from here

  // The names that stand for <id> below `prefix` in this scenario, sorted: ids("measures").
  std::vector<std::string> ids(std::string_view prefix) const;

  Origin origin(std::string_view key) const { return at(key).place.origin(); }
  // What is wrong with the value of `key`, seen by someone who knows more than the table does.
  Diagnostic error(std::string_view key, std::string message, std::string hint = {}) const;

  // The keys that the scenario or the command line set and that nobody has read so far: after the
  // plan is made, what the user wrote in vain. name, why and extends are for people and not listed.
  std::vector<std::string> unread() const;

  // Every value that is set or has a default, by key; looking at them is not reading.
  const std::map<std::string, Value, std::less<>>& all() const { return values_; }

  // "key = value" lines, sorted, each value in its shortest exact form. Files stand by the hash of
  // their content, not by their path, so that the same scenario in another folder has the same
  // text.
  const std::string& canonical() const { return canonical_; }
  std::uint64_t hash() const; // FNV-1a (64 bits) of the canonical text

  // The texts of all files of the scenario, the one given first, each under a line with its name.
  const std::string& source_text() const { return source_text_; }

private:
  friend class Resolution;
  const Value* find(std::string_view key) const;

  std::map<std::string, Value, std::less<>> values_;
  std::map<std::string, Value, std::less<>> pattern_defaults_; // of paths with <id>
  mutable std::set<std::string, std::less<>> read_;
  std::string canonical_;
  std::string source_text_;
};

// FNV-1a, 64 bits, of bytes; `hash` continues an earlier one.
std::uint64_t fnv1a(std::string_view bytes, std::uint64_t hash = 14695981039346656037ULL);

} // namespace tiltak::scenario
