#include <tiltak/scenario/parameter_file.hpp>

#include <fmt/format.h>

#include <tiltak/scenario/map_view.hpp>
#include <tiltak/scenario/reader.hpp>

namespace tiltak::scenario {
namespace {

ParameterEntry read_entry(const Node& node, const std::string& name, Diagnostics& diagnostics) {
  MapView view(node, name, diagnostics);
  ParameterEntry entry;
  entry.name = name;
  entry.place = node.place;
  entry.value = view.real("value");
  entry.prior = view.real("prior", {}, entry.value);
  entry.logarithmic = view.choice("scale", {"linear", "log"}, "linear") == "log";
  entry.width = view.real("width", {0, 1e6}, 0.0);
  entry.sd = view.real("sd", {0, 1e6}, 0.0);
  entry.low = view.real("low", {}, entry.low);
  entry.high = view.real("high", {}, entry.high);
  entry.source = view.text("source");
  for (const double number : {entry.value, entry.prior})
    if (number < entry.low || number > entry.high)
      view.error("value", fmt::format("{} is outside its bounds", number));
  if (entry.logarithmic && (entry.value <= 0 || entry.prior <= 0))
    view.error("value", "a parameter on the scale log must be positive");
  view.finish();
  return entry;
}

void collect(const Node& node, const std::string& prefix, ParameterFile& file,
             Diagnostics& diagnostics) {
  if (node.shape == Shape::map && node.find("value")) {
    file.entries.push_back(read_entry(node, prefix, diagnostics));
    return;
  }
  if (node.shape != Shape::map) {
    diagnostics.add(node.place.error("a parameter is a map with a value, not " + describe(node),
                                     "{value: 0.1, source: ...}"));
    return;
  }
  for (const Entry& entry : node.entries)
    collect(entry.value, prefix.empty() ? entry.key : prefix + "." + entry.key, file, diagnostics);
}

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

std::vector<std::string> parts(const std::string& name) {
  std::vector<std::string> out{""};
  for (char c : name)
    if (c == '.')
      out.emplace_back();
    else
      out.back() += c;
  return out;
}

} // namespace

ParameterFile read_parameters(const std::filesystem::path& path, Diagnostics& diagnostics) {
  ParameterFile file;
  file.name = path.string();
  const auto tree = read_tree_file(path, diagnostics);
  if (!tree) return file;
  MapView top(*tree, "", diagnostics);
  top.choice("tiltak", {"parameters"});
  top.map("parameters");
  top.finish();
  if (const Node* all = tree->find("parameters")) collect(*all, "", file, diagnostics);
  return file;
}

std::string write_parameters(const std::vector<ParameterEntry>& entries, const std::string& head) {
  std::string out = head + "tiltak: parameters\nparameters:\n";
  std::vector<std::string> open;
  for (const ParameterEntry& e : entries) {
    const auto names = parts(e.name);
    std::size_t same = 0;
    while (same + 1 < names.size() && same < open.size() && open[same] == names[same]) ++same;
    open.resize(same);
    for (std::size_t d = same; d + 1 < names.size(); ++d) {
      out += fmt::format("{:{}}{}:\n", "", 2 * (d + 1), names[d]);
      open.push_back(names[d]);
    }
    out += fmt::format("{:{}}{}: {{value: {}, prior: {}", "", 2 * names.size(), names.back(),
                       e.value, e.prior);
    if (e.logarithmic) out += ", scale: log";
    if (e.width > 0) out += fmt::format(", width: {}", e.width);
    if (e.sd > 0) out += fmt::format(", sd: {:.4g}", e.sd);
    if (e.low > -ParameterEntry::infinity) out += fmt::format(", low: {}", e.low);
    if (e.high < ParameterEntry::infinity) out += fmt::format(", high: {}", e.high);
    out += fmt::format(", source: {}}}\n", quoted(e.source));
  }
  return out;
}

} // namespace tiltak::scenario
