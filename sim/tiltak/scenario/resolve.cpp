#include <tiltak/scenario/resolve.hpp>

#include <algorithm>
#include <fstream>

#include <fmt/format.h>

#include <tiltak/core/suggest.hpp>
#include <tiltak/scenario/chain.hpp>
#include <tiltak/scenario/characters.hpp>
#include <tiltak/scenario/checks.hpp>

namespace tiltak::scenario {

namespace fs = std::filesystem;

// Enough to work on; a file that is no scenario at all has thousands.
constexpr std::size_t most_mistakes = 100;

// Gathers the values of one scenario.
class Resolution {
public:
  Resolution(const Change& change, Diagnostics& diagnostics)
      : change_(change), diagnostics_(diagnostics) {}

  // Nothing if there are more diagnostics than the `before` there were.
  std::optional<Values> of(const std::vector<Link>& chain, std::size_t before) {
    for (auto link = chain.rbegin(); link != chain.rend(); ++link) take_file(*link);
    for (const Assignment& assignment : change_.assignments) assign(assignment);
    for (const Field& field : fields()) take_default(field);
    if (diagnostics_.size() == before) check_together(values_, diagnostics_);
    if (diagnostics_.size() > before) return std::nullopt;
    for (const Link& link : chain)
      values_.source_text_ += fmt::format("# {}\n{}\n", link.source->name(), link.source->text());
    write_canonical();
    values_.read_.clear(); // the checks have read; the plan has not
    return std::move(values_);
  }

private:
  void take_file(const Link& link) {
    folder_ = link.folder;
    for (const Entry& entry : link.tree.entries)
      if (diagnostics_.size() < most_mistakes) take_entry(top_level(), "", entry);
  }

  void take_entry(const Level& level, const std::string& above, const Entry& entry) {
    const std::string path = above.empty() ? entry.key : above + "." + entry.key;
    const Level* below = child(level, entry.key);
    if (!below) return unknown(level, above, entry.key, entry.place, after_comma(entry));
    if (below->field) return take_value(*below->field, path, entry.value);
    if (entry.value.shape != Shape::map) {
      diagnostics_.add(entry.value.place.error(
          fmt::format("{}: keys expected below it, found {}", path, describe(entry.value)),
          names_text(*below)));
      return;
    }
    for (const Entry& next : entry.value.entries) take_entry(*below, path, next);
  }

  // {scale: 1,5 %} is two keys to YAML: "scale" and, without a value, "5 %".
  static std::string after_comma(const Entry& entry) {
    const bool digit = !entry.key.empty() && entry.key[0] >= '0' && entry.key[0] <= '9';
    return digit && entry.value.empty() ? "if the comma before it is a decimal comma, write a point"
                                        : "";
  }

  const Level* child(const Level& level, const std::string& key) const {
    if (const auto at = level.children.find(key); at != level.children.end()) return &at->second;
    if (!level.any) return nullptr;
    const auto names = known_ids(level);
    const bool known =
        names.empty() ? is_id(key) : std::find(names.begin(), names.end(), key) != names.end();
    return known ? level.any.get() : nullptr;
  }

  // The names that <id> may be below `level`; empty: any.
  std::vector<std::string> known_ids(const Level& level) const {
    if (level.ids.empty()) return change_.measures;
    std::vector<std::string> names;
    for (const Option& id : level.ids) names.emplace_back(id.name);
    return names;
  }

  std::vector<std::string> names(const Level& level) const {
    return level.any ? known_ids(level) : level.order;
  }

  std::string names_text(const Level& level) const {
    std::string text;
    for (const std::string& name : names(level)) text += (text.empty() ? "" : ", ") + name;
    return text.empty() ? "names of a-z, 0-9 and _, a letter first" : text;
  }

  void unknown(const Level& level, const std::string& above, const std::string& key,
               const Place& place, std::string hint = {}) {
    const std::string path = above.empty() ? key : above + "." + key;
    if (hint.empty()) hint = did_you_mean(key, names(level));
    if (find_field(path) && key.find('.') != std::string::npos) {
      hint = "write the parts of the key below one another, each indented under the one before";
    } else if (hint.empty()) {
      std::vector<std::string> all;
      for (const Field& field : fields()) all.emplace_back(field.path);
      hint = did_you_mean(path, all);
    }
    diagnostics_.add(place.error(fmt::format("unknown key '{}'", path), names_text(level), hint));
  }

  void take_value(const Field& field, const std::string& path, const Node& node) {
    Misread why;
    auto scalar = read_scalar(field.type, node, why);
    if (!scalar) {
      diagnostics_.add(node.place.error(path + ": " + why.message, allowed(field.type), why.hint));
      return;
    }
    if (field.type.kind == Kind::file && !find_file(path, node, *scalar)) return;
    values_.values_.insert_or_assign(path,
                                     Value{&field, std::move(*scalar), node.place, node.text});
  }

  // Turns the path as written into one that can be opened from here.
  bool find_file(const std::string& path, const Node& node, Scalar& scalar) {
    const fs::path found = (folder_ / std::get<std::string>(scalar)).lexically_normal();
    scalar = found.string();
    std::error_code error;
    if (path == "extends" || fs::is_regular_file(found, error))
      return true; // chain.cpp reads extends
    diagnostics_.add(node.place.error(fmt::format("{}: no such file: {}", path, found.string()), {},
                                      did_you_mean_file(found.string())));
    return false;
  }

  void assign(const Assignment& assignment) {
    const auto source = std::make_shared<const Source>(assignment.from, assignment.value);
    const Place place{source, 0, 0};
    const Diagnostics wrong_characters = check_characters(source);
    for (const Diagnostic& wrong : wrong_characters.all())
      diagnostics_.add(place.error(assignment.key + ": " + wrong.message, {}, wrong.hint));
    if (!wrong_characters.empty()) return;
    folder_.clear();
    if (assignment.key == "extends") {
      diagnostics_.add(place.error("extends can only stand in a file"));
      return;
    }
    const Level* level = &top_level();
    std::string above;
    for (const std::string& key : segments(assignment.key)) {
      const Level* below = child(*level, key);
      if (!below) return unknown(*level, above, key, place);
      above += (above.empty() ? "" : ".") + key;
      level = below;
    }
    if (!level->field) {
      diagnostics_.add(place.error(fmt::format("'{}' is no key, but the start of some", above),
                                   names_text(*level)));
      return;
    }
    Node node;
    node.place = place;
    node.text = assignment.value;
    take_value(*level->field, above, node);
  }

  void take_default(const Field& field) {
    if (field.fallback.empty()) return;
    Node node;
    node.text = field.fallback;
    node.place = {default_, 0, 0};
    Misread why;
    const auto scalar = read_scalar(field.type, node, why);
    if (!scalar)
      throw std::logic_error("default of " + std::string(field.path) + ": " + why.message);
    const Value value{&field, *scalar, node.place, node.text};
    const auto wildcard = field.path.find("<id>");
    if (wildcard == std::string_view::npos) {
      values_.values_.try_emplace(std::string(field.path), value);
      return;
    }
    values_.pattern_defaults_.emplace(field.path, value);
    for (const Option& id : field.ids)
      values_.values_.try_emplace(std::string(field.path).replace(wildcard, 4, id.name), value);
  }

  void write_canonical() {
    for (const auto& [key, value] : values_.values_) {
      if (key == "extends") continue; // what it brought is there
      const std::string text = to_string(value.scalar);
      const bool file = value.field->type.kind == Kind::file;
      values_.canonical_ +=
          fmt::format("{} = {}\n", key, file ? content_hash(text) : one_line(text));
    }
  }

  static std::string one_line(const std::string& text) {
    std::string line;
    for (const char c : text) line += c == '\n' ? "\\n" : c == '\\' ? "\\\\" : std::string(1, c);
    return line;
  }

  static std::string content_hash(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::string buffer(std::size_t{1} << 16, '\0');
    std::uint64_t hash = fnv1a("");
    while (in.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) || in.gcount() > 0)
      hash = fnv1a({buffer.data(), static_cast<std::size_t>(in.gcount())}, hash);
    return fmt::format("content {:016x}", hash);
  }

  const Change& change_;
  Diagnostics& diagnostics_;
  Values values_;
  fs::path folder_; // of the file being taken
  SourcePtr default_ = std::make_shared<const Source>("default", "");
};

Assignment read_assignment(const std::string& text) {
  const auto equals = text.find('=');
  if (equals == std::string::npos || equals == 0)
    throw InputError(Origin{"--set", 0, 0}, fmt::format("'{}' has no 'key=' before a value", text),
                     "path.to.key=value, as population.scale=0.1");
  const auto trimmed = [](std::string part) {
    part.erase(0, std::min(part.find_first_not_of(' '), part.size()));
    part.erase(part.find_last_not_of(' ') + 1);
    return part;
  };
  return {"--set", trimmed(text.substr(0, equals)), trimmed(text.substr(equals + 1))};
}

std::optional<Values> resolve(const fs::path& path, const Change& change,
                              Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.size();
  return Resolution(change, diagnostics).of(read_chain(path, diagnostics), before);
}

std::optional<Values> resolve(const SourcePtr& text, const fs::path& folder, const Change& change,
                              Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.size();
  return Resolution(change, diagnostics).of(read_chain(text, folder, diagnostics), before);
}

Values resolve(const fs::path& path, const Change& change) {
  Diagnostics diagnostics;
  auto values = resolve(path, change, diagnostics);
  if (!values) throw InputError(std::move(diagnostics));
  return std::move(*values);
}

} // namespace tiltak::scenario
