// tiltak serve: a page in the browser, for who does not use a terminal.
#include <memory>

#include <fmt/format.h>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/core/progress.hpp>
#include <tiltak/scenario/data_files.hpp>

#include "command.hpp"
#include "serve/site.hpp"
#ifdef TILTAK_HTTP
#include "serve/server.hpp"
#endif

namespace tiltak::cli {
namespace {

struct ServeOptions {
  std::vector<std::string> scenarios, names;
  std::string host = "127.0.0.1";
  unsigned port = 8420;
  std::size_t replications = 20, waiting = 4, kept = 24;
  double scale = 0.1, minutes = 60;
};

#ifdef TILTAK_HTTP

serve::Settings settings(const ServeOptions& options) {
  serve::Settings settings;
  for (const std::string& path : options.scenarios) settings.scenarios.emplace_back(path);
  if (options.scenarios.empty())
    for (const char* shipped : {"budgets/stable.yaml", "budgets/cyclical.yaml"})
      settings.scenarios.push_back(scenario::shipped_file(shipped));
  settings.limits.scale = options.scale;
  settings.limits.replications = static_cast<std::int64_t>(options.replications);
  settings.capacity = {options.waiting, options.kept, options.minutes};
  return settings;
}

void check(const ServeOptions& options) {
  Diagnostics diagnostics;
  const auto within = [&](const char* name, double value, double least, double most) {
    if (!(value >= least && value <= most))
      diagnostics.add(Origin{name, 0, 0}, fmt::format("{} is out of range", value),
                      fmt::format("from {} to {}", least, most));
  };
  within("--port", options.port, 0, 65535);
  within("--most-scale", options.scale, 0.0001, 1);
  within("--most-replications", static_cast<double>(options.replications), 1, 100000);
  within("--waiting", static_cast<double>(options.waiting), 1, 1000);
  within("--keep", static_cast<double>(options.kept), 2, 1000);
  within("--minutes", options.minutes, 0.1, 100000);
  if (!diagnostics.empty()) throw InputError(diagnostics);
}

bool is_loopback(const std::string& host) {
  return host.starts_with("127.") || host == "localhost" || host == "::1";
}

serve::Gate gate(const ServeOptions& options, int port) {
  serve::Gate gate{serve::new_token(), {}, fmt::format("tiltak-{}", port)};
  std::vector<std::string> names = options.names;
  if (is_loopback(options.host)) names.insert(names.end(), {"localhost", "127.0.0.1"});
  names.push_back(options.host == "::1" ? "[::1]" : options.host);
  for (const std::string& name : names) gate.hosts.push_back(fmt::format("{}:{}", name, port));
  return gate;
}

int serve_pages(const ServeOptions& options, const Common& common) {
  check(options);
  serve::Server server({options.host, static_cast<int>(options.port)});
  const serve::Gate gate = serve::Gate(cli::gate(options, server.port()));
  serve::Site site(settings(options), gate);
  if (!is_loopback(options.host) && !common.quiet)
    fmt::print(stderr, "tiltak: others on the network can reach this page; what they send is not "
                       "encrypted\n");
  fmt::print("http://{}/?token={}\n", gate.hosts.back(), gate.token);
  std::fflush(stdout);
  if (!common.quiet) fmt::print(stderr, "   open this address in a browser; Ctrl-C ends it\n");
  server.run(site, [] { return stop_requested() != Stop::none; });
  const bool was_idle = site.is_idle();
  if (!common.quiet)
    fmt::print(stderr, "\ntiltak: ended{}\n", was_idle ? "" : "; a simulation was stopped");
  return was_idle ? done : interrupted;
}

#else

int serve_pages(const ServeOptions&, const Common&) {
  throw InputError({"tiltak serve"}, "this build has no server: cpp-httplib was not found", {},
                   "install libcpp-httplib-dev and build again; tiltak run and tiltak report do "
                   "the same in a terminal");
}

#endif

} // namespace

Action declare_serve(Arguments& app, Common& common) {
  const auto options = std::make_shared<ServeOptions>();
  app.option("SCENARIO", options->scenarios,
             "Scenarios to start from; without any, the shipped stable and cyclical budgets");
  app.option("--host", options->host, "The address to listen on").shows_default();
  app.option("--port", options->port, "The port; 0 is any that is free").shows_default();
  app.option("--name", options->names, "What browsers may call this machine besides; repeatable")
      .placeholder("HOST")
      .one_word_each();
  app.option("--most-scale", options->scale, "The largest share of the population in a run")
      .shows_default();
  app.option("--most-replications", options->replications, "The most replications in a run")
      .shows_default();
  app.option("--minutes", options->minutes, "How long a run may take").shows_default();
  app.option("--waiting", options->waiting, "How many runs may wait").shows_default();
  app.option("--keep", options->kept, "How many runs are kept; the oldest go first")
      .shows_default();
  add_common(app, common);
  app.footer("Prints an address with a secret of this start, for one browser on this machine. "
             "Results are kept until it ends.\n\nExample:\n  tiltak serve");
  return [options, &common] { return serve_pages(*options, common); };
}

} // namespace tiltak::cli
