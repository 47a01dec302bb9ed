#include <doctest/doctest.h>

#include <vector>

#include <tiltak/store/provenance.hpp>

using namespace tiltak::store;

TEST_CASE("a command line can be given to a shell again") {
  const std::vector<std::string> words{"tiltak", "run", "a b.yaml", "it's", "", "--set", "x=1"};
  CHECK(shell_quoted(words) == "tiltak run 'a b.yaml' 'it'\\''s' '' --set x=1");
}

TEST_CASE("provenance knows program and machine and time") {
  const Provenance p = begin_provenance();
  CHECK(p.version.find('.') != std::string::npos);
  CHECK(!p.commit.empty());
  CHECK(p.commit.find('$') == std::string::npos);
  CHECK(p.command_line.find("unit_store") != std::string::npos);
  CHECK(p.libraries.find("HDF5 1.") != std::string::npos);
  CHECK(p.threads >= 1);
  CHECK(p.started.size() == 20);
  CHECK(p.started.back() == 'Z');
  CHECK(!p.processor.empty());
}
