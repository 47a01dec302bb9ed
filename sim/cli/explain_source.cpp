#include "explain_source.hpp"

#include <fmt/format.h>

#include <tiltak/scenario/data_files.hpp>
#include <tiltak/scenario/evidence.hpp>
#include <tiltak/scenario/parameters_in_force.hpp>
#include <tiltak/scenario/reader.hpp>

namespace tiltak::cli {
namespace {

scenario::EvidenceBase evidence() {
  Diagnostics diagnostics;
  scenario::EvidenceBase base(scenario::shipped_file("evidence"), diagnostics);
  if (!diagnostics.empty()) throw InputError(diagnostics);
  return base;
}

scenario::ParameterFile in_force(const scenario::Values& values) {
  Diagnostics diagnostics;
  auto file = scenario::parameters_in_force(values, diagnostics);
  if (!diagnostics.empty()) throw InputError(diagnostics);
  return file;
}

void print_cited(const std::string& source) {
  const auto base = evidence();
  for (const std::string& id : scenario::cited_ids(source))
    if (const auto* entry = base.find(id))
      fmt::print("   evidence {}: {}\n", id, in_words(*entry, base));
}

void print_parameter(const scenario::ParameterEntry& e) {
  fmt::print("{} = {}\n", e.name, e.value);
  fmt::print("   from     {}\n", to_string(e.place.origin()));
  if (e.width > 0)
    fmt::print("   prior    {}, width {}{}\n", e.prior, e.width,
               e.logarithmic ? " of the logarithm" : "");
  else
    fmt::print("   fixed, not estimated\n");
  if (e.sd > 0)
    fmt::print("   after    width {:.3g}, {:.2f} of the prior's{}\n", e.sd, e.sd / e.width,
               e.sd / e.width > 0.8 ? ": set by the prior" : "");
  fmt::print("   source   {}\n", e.source);
  print_cited(e.source);
}

void print_evidence(const scenario::Evidence& e, const scenario::EvidenceBase& base) {
  const auto* document = base.document(e.document);
  fmt::print("{} = {}\n", e.id, e.value ? fmt::format("{} {}", *e.value, e.unit) : e.statement);
  fmt::print("   read in    {}\n   at         {}\n", to_string(e.place.origin()), e.at);
  if (document)
    fmt::print("   document   {}: {}. {}\n", document->by, document->title, document->published);
  fmt::print("   population {}\n   read-out   {}\n   horizon    {}\n   compared   {}\n",
             e.population, e.read_out, e.horizon, e.comparison);
  const auto& u = e.uncertainty;
  fmt::print("   uncertain  {} {}\n", u.kind,
             !u.words.empty()       ? u.words
             : u.kind == "interval" ? fmt::format("{} to {}", u.low, u.high)
                                    : fmt::format("{}", u.low));
  fmt::print("   status     {}\n", in_words(e.known));
  if (!e.note.empty()) fmt::print("   note       {}\n", e.note);
}

// The key of the catalogue's file that says where `what` is from.
std::string source_key(const std::string& what) {
  if (what == "price") return "price_source";
  if (what == "places") return "places_source";
  if (what == "share" || what == "planned_months" || what == "max_months")
    return "composition_source";
  return "effect_source";
}

} // namespace

std::vector<std::string> source_names(const scenario::Values& values) {
  std::vector<std::string> names;
  const auto parameters = in_force(values);
  const auto base = evidence();
  for (const auto& entry : parameters.entries) names.push_back(entry.name);
  for (const auto& entry : base.all()) names.push_back("evidence." + entry.id);
  return names;
}

bool explain_source(const scenario::Values& values, const std::string& key) {
  if (key.starts_with("evidence.")) {
    const auto base = evidence();
    if (const auto* entry = base.find(key.substr(9))) {
      print_evidence(*entry, base);
      return true;
    }
    return false;
  }
  for (const auto file = in_force(values); const auto& entry : file.entries)
    if (entry.name == key) {
      print_parameter(entry);
      return true;
    }
  return false;
}

void print_catalogue_source(const std::string& key) {
  constexpr std::string_view top = "measures.";
  const auto dot = key.find('.', top.size());
  if (!key.starts_with(top) || dot == std::string::npos) return;
  const std::string id = key.substr(top.size(), dot - top.size());
  if (id == "<id>") return;
  Diagnostics diagnostics;
  const auto path = scenario::shipped_file("measures/" + id + ".yaml");
  const auto tree = scenario::read_tree_file(path, diagnostics);
  const auto* source = tree ? tree->find(source_key(key.substr(dot + 1))) : nullptr;
  if (!source) return;
  fmt::print("   catalogue measures/{}.yaml: {}\n", id, source->text);
  print_cited(source->text);
}

} // namespace tiltak::cli
