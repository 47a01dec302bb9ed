// One text the user wrote, kept whole, so that a complaint can show the line it is about.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <tiltak/core/diagnostic.hpp>

namespace tiltak::scenario {

// Shared by every node read from it. `name` is the path as the user would say it, or "--set".
class Source {
public:
  Source(std::string name, std::string text);

  const std::string& name() const { return name_; }
  const std::string& text() const { return text_; }

  // Line `number`, counted from 1, without its end; empty when there is none. A line longer than
  // 160 bytes is cut with "..." (at a whole character), so that a hostile file cannot flood the
  // terminal.
  std::string line(int number) const;

private:
  std::string name_;
  std::string text_;
  std::vector<std::size_t> starts_; // of each line
};

using SourcePtr = std::shared_ptr<const Source>;

// Where something stands in a source. Lines and columns count from 1, columns in bytes; line 0 is
// the whole source.
struct Place {
  SourcePtr source;
  int line = 0;
  int column = 0;

  Origin origin() const;
  // The diagnostic for this place, with its line of text.
  Diagnostic error(std::string message, std::string allowed = {}, std::string hint = {}) const;
};

constexpr std::size_t longest_source = std::size_t{8} << 20; // bytes

// The text of the file at `path`, called `name` in messages, without byte order mark and with LF at
// the ends of lines. A missing, unreadable or too large file is an error at `asked`, the place that
// names it; nothing comes back then.
SourcePtr read_source(const std::filesystem::path& path, const std::string& name,
                      const Place& asked, Diagnostics& diagnostics,
                      std::size_t longest = longest_source);

} // namespace tiltak::scenario
