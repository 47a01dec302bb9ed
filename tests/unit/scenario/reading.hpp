// Short ways to read a text and look at what came of it.
#pragma once

#include <memory>
#include <string>

#include <tiltak/scenario/reader.hpp>

namespace tiltak::scenario {

inline SourcePtr source(std::string text) {
  return std::make_shared<const Source>("t.yaml", std::move(text));
}

// All errors of a text, as the user sees them; empty if there are none.
inline std::string errors_in(std::string text) {
  Diagnostics diagnostics;
  const auto tree = read_tree(source(std::move(text)), diagnostics);
  return tree.has_value() == diagnostics.empty() ? to_string(diagnostics)
                                                 : "tree and errors disagree";
}

inline bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

} // namespace tiltak::scenario
