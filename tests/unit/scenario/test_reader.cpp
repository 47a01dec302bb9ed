#include <doctest/doctest.h>

#include <tiltak/core/utf8.hpp>
#include <tiltak/scenario/characters.hpp>

#include "files.hpp"
#include "reading.hpp"

using namespace tiltak;
using namespace tiltak::scenario;

TEST_CASE("keys and values know their places and raw texts") {
  Diagnostics diagnostics;
  const auto tree = read_tree(source("a:\n  b: 010\n  c: \"x\"\nlist: [on, ~]\n"), diagnostics);
  REQUIRE(tree);
  const Node& b = *tree->find("a")->find("b");
  CHECK(b.text == "010");
  CHECK_FALSE(b.quoted);
  CHECK(to_string(b.place.origin()) == "t.yaml:2:6");
  CHECK(to_string(tree->find("a")->entries[1].place.origin()) == "t.yaml:3:3");
  CHECK(tree->find("a")->find("c")->quoted);
  const Node& list = *tree->find("list");
  REQUIRE(list.items.size() == 2);
  CHECK(list.items[0].text == "on");
  CHECK(list.items[1].empty());
  CHECK(tree->find("none") == nullptr);
}

TEST_CASE("columns count bytes and the caret stands below the character") {
  CHECK(errors_in("æøå: 1\næøå: 2\n") ==
        "t.yaml:2:1: error: the key 'æøå' stands twice, first in line 1\n"
        "    2 | æøå: 2\n      | ^\n   keep one of them\n");
  CHECK(errors_in("{æøå: 1, b: 1, b: 2}\n") ==
        "t.yaml:1:19: error: the key 'b' stands twice, first in line 1\n"
        "    1 | {æøå: 1, b: 1, b: 2}\n      |                ^\n   keep one of them\n");
}

TEST_CASE("what yaml-cpp lets through is refused") {
  CHECK(has(errors_in("a: 1\nb: 2\na: 3\n"),
            "t.yaml:3:1: error: the key 'a' stands twice, first in line 1"));
  CHECK(has(errors_in("a: &x {b: 1}\nc:\n  <<: *x\n"),
            "t.yaml:3:3: error: merge keys (<<) are not supported"));
  CHECK(has(errors_in("a: 1\n---\nb: 2\n"), "a second document; a file holds one"));
  CHECK(has(errors_in("a: !!str 1\n"), "t.yaml:1:4: error: a tag"));
  CHECK(has(errors_in("a: !own {b: 1}\n"), "a tag"));
  CHECK(has(errors_in("[a, b]: 1\n"), "a key must be a word, not a list"));
  CHECK(has(errors_in("? {a: 1}\n: 1\n"), "a key must be a word, not a map"));
  CHECK(has(errors_in("~: 1\n"), "a key must be a word, not nothing"));
  CHECK(has(errors_in("'': 1\n"), "a key must be a word, not ''"));
  CHECK(has(errors_in("a: \"\\e[31m\"\n"), "a control character in a quoted text"));
  CHECK(has(errors_in("a: \"\\0\"\n"), "a control character in a quoted text"));
  CHECK(has(errors_in("- a\n"), "'key: value' lines expected, found a list"));
  CHECK(has(errors_in("word\n"), "'key: value' lines expected, found 'word'"));
  CHECK(has(errors_in(""), "nothing in the file"));
  CHECK(has(errors_in("# only a comment\n"), "nothing in the file"));
}

TEST_CASE("mistakes that leave the syntax whole are reported together") {
  const std::string text = errors_in("a: 1\na: 2\nb: !t 3\n<<: 4\n");
  CHECK(has(text, "t.yaml:2:1"));
  CHECK(has(text, "t.yaml:3:4"));
  CHECK(has(text, "t.yaml:4:1"));
}

TEST_CASE("syntax errors carry the place") {
  CHECK(has(errors_in("a: [1, 2\nb: 3\n"), "error: not YAML: "));
  CHECK(has(errors_in("a: 1\n  b: 2\n"), "t.yaml:2:4: error: not YAML: "));
  CHECK(has(errors_in("a: *nobody\n"), "t.yaml:1:4: error: not YAML: "));
}

TEST_CASE("anchors work within the limits") {
  Diagnostics diagnostics;
  const auto tree = read_tree(source("a: &x {n: 1}\nb: *x\n"), diagnostics);
  REQUIRE(tree);
  CHECK(tree->find("b")->find("n")->text == "1");
  CHECK(tree->find("b")->place.line == 2);
  CHECK(has(errors_in("a: &x [1, *x]\n"), "an alias inside the value it stands for"));
  const ReadLimits few{.nodes = 20};
  CHECK_FALSE(read_tree(source("a: &x [1, 2, 3, 4, 5]\nb: [*x, *x, *x]\n"), diagnostics, few));
  CHECK(has(to_string(diagnostics),
            "t.yaml:2:9: error: more than 20 values, aliases counted as written out"));
}

TEST_CASE("depth is limited and counts what aliases bring") {
  const auto nested = [](int depth) {
    return "a: " + std::string(static_cast<std::size_t>(depth), '[') +
           std::string(static_cast<std::size_t>(depth), ']') + "\n";
  };
  CHECK(errors_in(nested(63)).empty());
  CHECK(has(errors_in(nested(64)), "more than 64 maps and lists inside one another"));
  CHECK(has(errors_in("a: &x " + nested(40).substr(3) + "b: " + std::string(30, '[') + "*x" +
                      std::string(30, ']') + "\n"),
            "t.yaml:2:34: error: more than 64"));
}

TEST_CASE("bytes that are no text are named by kind and place and never shown") {
  CHECK(errors_in("a: \xFF\xFE\n") ==
        "t.yaml:1:4: error: the text is not UTF-8\n   save the file as UTF-8\n");
  CHECK(has(errors_in("a: \xC0\xAF\n"), "not UTF-8")); // overlong
  CHECK(has(errors_in("a: \xED\xA0\x80\n"), "not UTF-8")); // a surrogate
  CHECK(has(errors_in("a: \xF4\x90\x80\x80\n"), "not UTF-8")); // above U+10FFFF
  CHECK(has(errors_in("a: \xE2\x82"), "not UTF-8")); // cut short
  CHECK(has(errors_in(std::string("a: b\0c\n", 7)), "t.yaml:1:5: error: a control character"));
  CHECK(has(errors_in("a: \x1B[2J\n"), "t.yaml:1:4: error: a control character"));
  CHECK(has(errors_in("a: \xC2\x9B\n"), "a control character")); // C1
  CHECK(has(errors_in("a: 1\rb: 2\r"), "a carriage return without a line feed"));
  CHECK(has(errors_in("a:\n\tb: 1\n"), "t.yaml:2:1: error: a tab in the indentation"));
  CHECK(errors_in("a: b\t# a tab further on\n").empty());
}

TEST_CASE("files with byte order mark and CRLF read like others") {
  const Files files;
  Diagnostics diagnostics;
  const auto tree = read_tree_file(files.write("w.yaml", "\xEF\xBB\xBF"
                                                         "a: 1\r\nb: x\r\n"),
                                   diagnostics);
  REQUIRE(tree);
  CHECK(tree->find("a")->place.column == 4);
  CHECK(tree->find("b")->text == "x");
}

TEST_CASE("files that cannot be read are refused") {
  const Files files;
  Diagnostics diagnostics;
  CHECK_FALSE(read_tree_file(files.path("none.yaml"), diagnostics));
  CHECK_FALSE(read_tree_file(files.path(""), diagnostics)); // a folder
  CHECK_FALSE(read_tree_file("/dev/zero", diagnostics));
  CHECK_FALSE(
      read_tree_file(files.write("long.yaml", std::string(200, ' ')), diagnostics, {.bytes = 100}));
  const std::string text = to_string(diagnostics);
  CHECK(has(text, "none.yaml': no such file"));
  CHECK(has(text, "': not a regular file"));
  CHECK(has(text, "cannot read '/dev/zero': not a regular file"));
  CHECK(has(text, "longer than 100 bytes"));
}

TEST_CASE("line ends and lengths of UTF-8 characters") {
  CHECK(normalised("\xEF\xBB\xBF"
                   "a\r\nb\rc\r\r\n") == "a\nb\rc\r\n");
  CHECK(character_length("aæ€😀", 0) == 1);
  CHECK(character_length("aæ€😀", 1) == 2);
  CHECK(character_length("aæ€😀", 3) == 3);
  CHECK(character_length("aæ€😀", 6) == 4);
  CHECK(character_length("æ", 1) == 0);
}
