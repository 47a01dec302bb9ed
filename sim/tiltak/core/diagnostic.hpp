// What is wrong with the user's input, said where it stands. Diagnostics are collected, so that all
// mistakes are reported at once.
#pragma once

#include <exception>
#include <string>
#include <vector>

namespace tiltak {

// A place in a text the user wrote. Lines and columns count from 1; 0 means "the whole file".
struct Origin {
  std::string file; // a path, or "--set", "--seed", "default"
  int line = 0;
  int column = 0;
};

std::string to_string(const Origin& origin); // "a.yaml:3:5", "a.yaml", "--set"

struct Diagnostic {
  Origin where;
  std::string message; // what was found: "unknown key 'measures.wage_subsidi'"
  std::string allowed; // what is allowed; may be empty
  std::string hint; // "did you mean 'wage_subsidy'?"; may be empty
  std::string source; // the line as it stands in the file; may be empty
};

// file:line:column: error: message, then the line with a caret, then what is allowed and the hint.
std::string to_string(const Diagnostic& diagnostic);

class Diagnostics {
public:
  // Messages say what was found; of more than a thousand bytes their beginning is kept.
  void add(Diagnostic diagnostic);
  void add(Origin where, std::string message, std::string allowed = {}, std::string hint = {}) {
    add({std::move(where), std::move(message), std::move(allowed), std::move(hint), {}});
  }
  bool empty() const { return all_.empty(); }
  std::size_t size() const { return all_.size(); }
  const std::vector<Diagnostic>& all() const { return all_; }

private:
  std::vector<Diagnostic> all_;
};

std::string to_string(const Diagnostics& diagnostics);

// Thrown where input cannot be used; carries every diagnostic. The program ends with status 2.
class InputError : public std::exception {
public:
  explicit InputError(Diagnostics diagnostics);
  InputError(Origin where, std::string message, std::string allowed = {}, std::string hint = {});
  const Diagnostics& diagnostics() const { return diagnostics_; }
  const char* what() const noexcept override { return text_.c_str(); }

private:
  Diagnostics diagnostics_;
  std::string text_;
};

// Does the work; if it throws an InputError its diagnostics are added, so that what is wrong
// elsewhere can be looked for and said as well.
template <class Work> void attempt(const Work& work, Diagnostics& all) {
  try {
    work();
  } catch (const InputError& error) {
    for (const Diagnostic& diagnostic : error.diagnostics().all()) all.add(diagnostic);
  }
}

// Thrown where a run fails for a reason outside the input (disk full, numbers gone wrong). The
// program ends with status 1.
class RunError : public std::exception {
public:
  explicit RunError(std::string text) : text_(std::move(text)) {}
  const char* what() const noexcept override { return text_.c_str(); }

private:
  std::string text_;
};

} // namespace tiltak
