// tiltak: the program. Parses the command line, runs one command, turns errors into exit statuses.
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <new>
#include <system_error>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/core/parallel.hpp>
#include <tiltak/core/progress.hpp>
#include <tiltak/core/suggest.hpp>
#include <tiltak/store/provenance.hpp>

#include "command.hpp"
#include "companions.hpp"
#include "terminal.hpp"

namespace {

using namespace tiltak;

// For the first option among the words that `command` does not have, the nearest one it has.
std::string option_hint(const CLI::App& command, const std::vector<std::string>& words) {
  std::vector<std::string> names;
  const auto add = [&](const CLI::App& app) {
    for (const CLI::Option* option : app.get_options())
      for (const auto& name : option->get_lnames()) names.push_back("--" + name);
  };
  add(command);
  for (const CLI::App* group : command.get_subcommands([](const CLI::App*) { return true; }))
    add(*group); // options under a heading of their own
  for (const std::string& word : words) {
    const std::string name = word.substr(0, word.find('='));
    if (!name.starts_with("--") || std::find(names.begin(), names.end(), name) != names.end())
      continue;
    return did_you_mean(name, names);
  }
  return {};
}

// CLI11 reports an unknown subcommand as a stray argument; we say what was probably meant.
int report_parse_error(const CLI::App& app, const CLI::ParseError& error, int argc, char** argv) {
  if (error.get_exit_code() == 0) return app.exit(error); // --help, --version
  std::vector<std::string> names;
  for (const auto& command : cli::commands()) names.emplace_back(command.name);
  const bool is_word = argc > 1 && argv[1][0] != '-';
  const bool unknown_command =
      is_word && std::find(names.begin(), names.end(), argv[1]) == names.end();
  if (unknown_command)
    fmt::print(stderr, "tiltak: unknown command '{}'\n", argv[1]);
  else
    fmt::print(stderr, "tiltak: {}\n", error.what());
  std::string hint;
  if (unknown_command)
    hint = did_you_mean(argv[1], names);
  else if (is_word)
    hint = option_hint(*app.get_subcommand(argv[1]), {argv + 2, argv + argc});
  if (!hint.empty()) fmt::print(stderr, "   {}\n", hint);
  fmt::print(stderr, "   see tiltak{} --help\n",
             unknown_command || !is_word ? "" : " " + std::string(argv[1]));
  return cli::wrong_input;
}

// A full disk or a closed pipe where standard output goes. A reader that went away needs no line.
int lost_output(const std::error_code& why) {
  if (why != std::errc::broken_pipe)
    fmt::print(stderr, "tiltak: standard output: {}\n", why.message());
  return cli::failed;
}

int flushed(int status) {
  if (std::fflush(stdout) == 0) return status;
  return lost_output({errno, std::generic_category()});
}

// Wrong input is the same for every rank of a company, and one of them says so.
int run(const cli::Action& action, bool speaks) {
  try {
    return flushed(action());
  } catch (const InputError& error) {
    if (speaks) fmt::print(stderr, "{}", error.what());
    return cli::wrong_input;
  } catch (const RunError& error) {
    fmt::print(stderr, "tiltak: {}\n", error.what());
  } catch (const Interrupted& stop) {
    fmt::print(stderr, "\ntiltak: {}\n", stop.kind == Stop::checkpoint ? "stopped" : "interrupted");
    return stop.kind == Stop::checkpoint ? cli::stopped_at_checkpoint : cli::interrupted;
  } catch (const std::bad_alloc&) {
    fmt::print(stderr, "tiltak: out of memory\n");
  } catch (const std::system_error& error) {
    if (std::ferror(stdout) != 0) return lost_output(error.code());
    fmt::print(stderr, "tiltak: {}\n", error.what());
  } catch (const std::exception& error) {
    fmt::print(stderr, "tiltak: {}\n", error.what());
  }
  return cli::failed;
}

// Ranks share out the persons and replications of a run; other commands are for one process.
bool is_shared_out(const std::string& command, const cli::Common& common) {
  if (common.companions->all().is_alone() || command == "run") return true;
  if (common.companions->all().rank() == 0)
    fmt::print(stderr, "tiltak: '{}' is for one process: ranks share out 'run' alone\n", command);
  return false;
}

} // namespace

int main(int argc, char** argv) {
  const auto companions = cli::companions(argc, argv);
  CLI::App app{
      "tiltak: what appropriations to labour-market measures give, for whom, over the cycle"};
  app.set_version_flag("--version", "tiltak " TILTAK_VERSION);
  app.require_subcommand(1);
  cli::Common common;
  const std::vector<std::string> words(argv, argv + argc);
  common.command_line = store::shell_quoted(words);
  common.companions = companions.get();
  const bool speaks = companions->all().rank() == 0;
  std::vector<std::pair<CLI::App*, cli::Action>> declared;
  for (const auto& command : cli::commands()) {
    CLI::App* sub = app.add_subcommand(command.name, command.does);
    cli::Arguments arguments(sub);
    declared.emplace_back(sub, command.declare(arguments, common));
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (speaks) return report_parse_error(app, error, argc, argv);
    return error.get_exit_code() == 0 ? cli::done : cli::wrong_input;
  }
  cli::handle_signals();
  if (common.progress == "lines") cli::tell_progress_in_lines();
  parallel::set_threads(common.threads);
  common.quiet = common.quiet || !speaks;
  for (const auto& [sub, action] : declared) {
    if (!sub->parsed()) continue;
    if (!is_shared_out(sub->get_name(), common)) return cli::wrong_input;
    const int status = run(action, speaks);
    if (status != cli::done && status != cli::wrong_input) companions->end_all(status);
    return status;
  }
  return cli::wrong_input;
}
