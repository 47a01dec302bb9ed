// What a command takes, declared without the headers of CLI11: they cost more to compile than all
// of the commands together, so arguments.cpp and main.cpp alone include them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace tiltak::cli {

// One option of a command, just declared; each call says one thing more of it.
class Argument {
public:
  explicit Argument(CLI::Option* option) : option_(option) {}
  Argument& required();
  Argument& shows_default(); // --help tells the value in force
  Argument& placeholder(const char* word); // what --help calls the value, as FILE
  Argument& separated_by(char sign); // a list in one word
  Argument& one_word_each(); // a list by repetition alone
  Argument& one_of(std::initializer_list<const char*> words);

private:
  CLI::Option* option_;
};

// The options of a command. A value that is not given leaves its variable as it was; the variable
// must outlive the parsing.
class Arguments {
public:
  explicit Arguments(CLI::App* app) : app_(app) {}
  Argument option(const char* names, std::string& value, const char* does);
  Argument option(const char* names, int& value, const char* does);
  Argument option(const char* names, unsigned& value, const char* does);
  Argument option(const char* names, std::size_t& value, const char* does);
  Argument option(const char* names, std::optional<std::size_t>& value, const char* does);
  Argument option(const char* names, double& value, const char* does);
  Argument option(const char* names, std::optional<std::string>& value, const char* does);
  Argument option(const char* names, std::vector<std::string>& value, const char* does);
  void flag(const char* names, bool& value, const char* does);
  Arguments group(const char* title);
  void footer(const char* text);

private:
  CLI::App* app_;
};

static_assert(sizeof(std::uint64_t) == sizeof(std::size_t), "seeds are options too");

} // namespace tiltak::cli
