// Texts made to crash, to hang or to fill the memory.
#include <doctest/doctest.h>

#include <ctime>
#include <functional>
#include <sstream>

#include <tiltak/scenario/reader.hpp>

using namespace tiltak;
using namespace tiltak::scenario;

namespace {

std::string repeated(const std::string& part, std::size_t bytes) {
  std::string text;
  text.reserve(bytes + part.size());
  while (text.size() < bytes) text += part;
  return text;
}

// Nine levels of nine aliases: 9^9 values from 300 bytes.
std::string billion_laughs() {
  std::string text = "a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n";
  for (int i = 1; i < 10; ++i) {
    std::ostringstream line;
    line << 'a' << i << ": &a" << i << " [";
    for (int k = 0; k < 9; ++k) line << (k ? ", " : "") << "*a" << i - 1;
    text += line.str() + "]\n";
  }
  return text;
}

std::string deeper_and_deeper(std::size_t bytes) {
  std::string text, indent;
  while (text.size() < bytes) {
    text += indent + "a:\n";
    indent += ' ';
  }
  return text;
}

std::string all_keys_different(std::size_t bytes) {
  std::string text;
  for (int i = 0; text.size() < bytes; ++i) text += "k" + std::to_string(i) + ": 1\n";
  return text;
}

struct Hostile {
  const char* name;
  std::function<std::string(std::size_t)> text; // of about so many bytes
};

std::vector<Hostile> hostile() {
  std::vector<Hostile> all{
      {"billion laughs", [](std::size_t) { return billion_laughs(); }},
      {"ever deeper blocks", deeper_and_deeper},
      {"keys without end", all_keys_different},
  };
  for (const char* part : {"[",       "{",         "- ",      "? ",         "a: {",
                           "&a [",    "&a ",       "*a ",     "!",          "!<",
                           "|",       "\"",        "'",       "%",          "#",
                           "\n",      "a: b\n",    "a: &a\n", "- - ",       "]",
                           "}",       ",",         ": ",      "[a, ",       "{a: ",
                           "a: |\n ", "---\n",     "...\n",   "%TAG ! a\n", "%YAML 1.2\n",
                           " \n",     "\\",        "\"\\",    "x",          "a b ",
                           "æ",       "[\n",       "{\n",     "? [",        "- &a x\n- *a\n",
                           "[[]]",    "? a\n: b\n"}) {
    all.push_back({part, [part](std::size_t bytes) { return repeated(part, bytes); }});
    all.push_back({part, [part](std::size_t bytes) { return "a: " + repeated(part, bytes); }});
  }
  return all;
}

} // namespace

TEST_CASE("hostile texts end soon in a diagnostic or a tree") {
  for (const Hostile& one : hostile()) {
    INFO("repeated: ", std::string(one.name));
    const std::clock_t began = std::clock(); // of this process: the machine may be busy
    Diagnostics diagnostics;
    const auto source = std::make_shared<const Source>("hostile.yaml", one.text(60'000));
    const auto tree = read_tree(source, diagnostics);
    CHECK(tree.has_value() == diagnostics.empty());
    CHECK(diagnostics.size() <= 100);
    const double seconds = static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
    CHECK(seconds < 20);
  }
}
