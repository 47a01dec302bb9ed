// tiltak new: a short scenario with comments, and the schema that editors complete it from.
#include <filesystem>
#include <memory>

#include <fmt/format.h>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/core/json.hpp>
#include <tiltak/scenario/schema.hpp>
#include <tiltak/store/aside.hpp>

#include "command.hpp"

namespace tiltak::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* schema_name = "tiltak-scenario.schema.json";

// {0}: the name as a YAML text in quotes, {1}: the schema, {2}: the file.
constexpr const char* text_en = R"(# yaml-language-server: $schema={1}
# $schema: {1}
#
# A scenario says what differs from the defaults. All keys, with their units and defaults:
#   tiltak explain {2}
name:
  nb: {0}
  en: {0}
# why: who wrote this, and where the figures come from

# extends: base.yaml       # build on another scenario; what stands here comes first

population:
  scale: 5 %               # share of the population that is simulated

horizon:
  start: 2013-01
  months: 84               # a year, then 2014, whose entrants are followed 60 months

budget:
  rule: stable             # stable, cyclical, historical or path
  # level: 7.3 billion NOK # a year, national; it is scaled with the population

# cycle:
#   kind: sinusoid         # constant, sinusoid, historical, regime, shock or file
#   amplitude: 2 %

# measures:
#   wage_subsidy:          # a measure of the catalogue: only what differs
#     price: 12 000 NOK a month

# frictions:
#   season: off            # each friction can be switched off alone
)";

constexpr const char* text_nb = R"(# yaml-language-server: $schema={1}
# $schema: {1}
#
# Et scenario sier hva som er annerledes enn det som ellers gjelder. Alle nøkler, med enheter:
#   tiltak explain {2} --lang nb
name:
  nb: {0}
  en: {0}
# why: hvem som har skrevet dette, og hvor tallene er fra

# extends: base.yaml       # bygg på et annet scenario; det som står her, går foran

population:
  scale: 5 %               # andelen av befolkningen som simuleres

horizon:
  start: 2013-01
  months: 84               # et år, og så 2014: de som begynner da, følges i 60 måneder

budget:
  rule: stable             # stable (stabil), cyclical (følger ledigheten), historical eller path
  # level: 7.3 milliarder kr # i året, for hele landet; det skaleres med befolkningen

# cycle:                   # konjunkturen
#   kind: sinusoid         # constant, sinusoid, historical, regime, shock eller file
#   amplitude: 2 %

# measures:
#   wage_subsidy:          # et tiltak i katalogen: bare det som er annerledes
#     price: 12 000 NOK a month

# frictions:
#   season: off            # hver friksjon kan slås av for seg
)";

struct NewOptions {
  std::string name, language = "en";
};

int write_new(const NewOptions& options, const Common& common) {
  const std::string& name = options.name;
  fs::path path = name;
  if (path.extension() != ".yaml" && path.extension() != ".yml") path += ".yaml";
  if (path.stem().empty() || path.stem() == ".yaml")
    throw InputError({"NAME", 0, 0}, fmt::format("'{}' has no name for a file", name),
                     "a name, as my-scenario");
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  if (!fs::is_directory(folder))
    throw InputError({"NAME", 0, 0}, fmt::format("no such folder: '{}'", folder.string()));
  if (fs::exists(fs::symlink_status(path)))
    throw InputError({"NAME", 0, 0}, fmt::format("'{}' exists already", path.string()), {},
                     "choose another name");
  store::write_whole((folder / schema_name).string(), scenario::json_schema().text(2) + "\n");
  store::write_whole(path.string(),
                     fmt::format(fmt::runtime(options.language == "nb" ? text_nb : text_en),
                                 Json(path.stem().string()).text(), schema_name,
                                 path.filename().string()));
  if (common.json) {
    Json json;
    json.set("scenario", path.string());
    json.set("schema", (folder / schema_name).string());
    fmt::print("{}\n", json.text(2));
  } else if (!common.quiet) {
    fmt::print("{}\n", path.string());
    fmt::print(stderr, "   {} beside it is for editors; next: tiltak check {}\n", schema_name,
               path.string());
  }
  return done;
}

} // namespace

Action declare_new(Arguments& app, Common& common) {
  const auto options = std::make_shared<NewOptions>();
  app.option("NAME", options->name,
             "Name of the scenario; NAME.yaml is written, never over another file")
      .required();
  app.option("--lang", options->language, "Language of the comments")
      .one_of({"nb", "en"})
      .shows_default();
  add_common(app, common);
  app.footer("Example:\n  tiltak new my-scenario && tiltak check my-scenario.yaml");
  return [options, &common] { return write_new(*options, common); };
}

} // namespace tiltak::cli
