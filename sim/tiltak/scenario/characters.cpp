#include <tiltak/scenario/characters.hpp>

#include <array>
#include <string_view>

#include <tiltak/core/utf8.hpp>

namespace tiltak::scenario {
namespace {

unsigned byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
}

enum Fault : std::size_t { not_utf8, control, lone_return, indenting_tab, faults };

constexpr std::array<const char*, faults> message{"the text is not UTF-8", "a control character",
                                                  "a carriage return without a line feed",
                                                  "a tab in the indentation"};
constexpr std::array<const char*, faults> hint{"save the file as UTF-8", "remove it",
                                               "end lines with LF or CRLF", "indent with spaces"};

// What is wrong with the character of `length` bytes at `at`; `indenting` while only blanks came
// before it on its line.
Fault fault_at(std::string_view text, std::size_t at, std::size_t length, bool indenting) {
  const unsigned c = byte_at(text, at);
  if (length == 0) return not_utf8;
  if (c == '\r') return lone_return;
  if (c == '\t') return indenting ? indenting_tab : faults;
  if (c == '\n') return faults;
  const bool c1 = c == 0xC2U && byte_at(text, at + 1) < 0xA0U; // U+0080..U+009F
  return c < 0x20U || c == 0x7FU || c1 ? control : faults;
}

} // namespace

std::string normalised(std::string text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] != '\r' || byte_at(text, i + 1) != '\n') out += text[i];
  return out;
}

Diagnostics check_characters(const SourcePtr& source, bool indents) {
  const std::string_view text = source->text();
  std::array<bool, faults> seen{};
  Diagnostics found;
  int line = 1;
  std::size_t line_start = 0;
  bool indenting = indents;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = character_length(text, i);
    const char c = text[i];
    const Fault fault = fault_at(text, i, length, indenting);
    if (fault != faults && !seen[fault]) {
      seen[fault] = true;
      const Place place{source, line, static_cast<int>(i - line_start) + 1};
      Diagnostic diagnostic = place.error(message[fault], {}, hint[fault]);
      // A line that is no text is not shown: it could hold anything, terminal commands among it.
      if (fault != indenting_tab) diagnostic.source.clear();
      found.add(std::move(diagnostic));
    }
    indenting = (indents && c == '\n') || (indenting && (c == ' ' || c == '\t'));
    i += length == 0 ? 1 : length;
    if (c == '\n') {
      ++line;
      line_start = i;
    }
  }
  return found;
}

} // namespace tiltak::scenario
