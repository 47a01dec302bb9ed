#include <tiltak/scenario/evidence.hpp>

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include <tiltak/core/suggest.hpp>
#include <tiltak/scenario/map_view.hpp>
#include <tiltak/scenario/reader.hpp>

namespace tiltak::scenario {
namespace {

constexpr std::array<std::string_view, 5> known_names{"read", "quoted_second_hand", "derived",
                                                      "recalled", "judgement"};

Known known_of(std::string_view name) {
  const auto at = std::find(known_names.begin(), known_names.end(), name);
  return static_cast<Known>(at - known_names.begin());
}

Uncertainty read_uncertainty(MapView view) {
  Uncertainty u;
  for (const char* kind : {"se", "rounding", "judged"})
    if (view.has(kind)) u = {kind, view.real(kind, {1e-9, 1e9}), 0, {}};
  u.high = u.low;
  if (view.has("low") || view.has("high")) {
    u = {"interval", view.real("low"), view.real("high"), {}};
    if (u.low > u.high) view.error("high", "is below the low end");
  }
  for (const char* kind : {"stated", "none"})
    if (view.has(kind)) u = {kind, 0, 0, view.text(kind)};
  if (u.kind.empty())
    view.error("", "says nothing of how uncertain the entry is",
               "one of se, low and high, rounding, stated, judged, none");
  view.finish();
  return u;
}

// What entries of a group share stands at the group; an entry's own word goes before it.
class Shared {
public:
  explicit Shared(MapView& group) : group_(group) {
    for (const char* key :
         {"unit", "population", "read_out", "horizon", "comparison", "document", "status", "place"})
      if (group.has(key)) words_[key] = group.text(key);
    if (group.has("uncertainty")) uncertainty_ = read_uncertainty(group.map("uncertainty"));
  }
  std::string text(MapView& entry, const std::string& key) const {
    const auto shared = words_.find(key);
    if (shared == words_.end()) return entry.text(key);
    return entry.text(key, shared->second);
  }
  Uncertainty uncertainty(MapView& entry) const {
    if (uncertainty_ && !entry.has("uncertainty")) return *uncertainty_;
    return read_uncertainty(entry.map("uncertainty"));
  }

private:
  MapView& group_;
  std::map<std::string, std::string> words_;
  std::optional<Uncertainty> uncertainty_;
};

Evidence read_entry(const std::string& id, MapView view, const Shared& shared) {
  Evidence entry;
  entry.id = id;
  entry.place = view.place();
  if (view.has("value")) entry.value = view.real("value");
  entry.statement = view.text("statement", "");
  if (entry.value.has_value() == !entry.statement.empty())
    view.error("value", "an entry has either a value or a statement");
  entry.uncertainty = shared.uncertainty(view);
  entry.unit = shared.text(view, "unit");
  entry.population = shared.text(view, "population");
  entry.read_out = shared.text(view, "read_out");
  entry.horizon = shared.text(view, "horizon");
  entry.comparison = shared.text(view, "comparison");
  entry.document = shared.text(view, "document");
  entry.at = shared.text(view, "place");
  entry.note = view.text("note", "");
  const std::string status = shared.text(view, "status");
  entry.known = known_of(status);
  if (entry.known > Known::judgement)
    view.error("status", "'" + status + "' is no status",
               fmt::format("one of {}", fmt::join(known_names, ", ")));
  view.finish();
  return entry;
}

Document read_document(const std::string& id, MapView& view) {
  Document document{id, view.text("title"), view.text("by"), view.text("published")};
  view.finish();
  return document;
}

} // namespace

EvidenceBase::EvidenceBase(const std::filesystem::path& folder, Diagnostics& diagnostics) {
  std::vector<std::filesystem::path> paths;
  for (const auto& file : std::filesystem::directory_iterator(folder))
    if (file.path().extension() == ".yaml") paths.push_back(file.path());
  std::sort(paths.begin(), paths.end());
  for (const auto& path : paths) read_file(path, diagnostics);
  std::sort(all_.begin(), all_.end(),
            [](const Evidence& a, const Evidence& b) { return a.id < b.id; });
  for (std::size_t i = 1; i < all_.size(); ++i)
    if (all_[i].id == all_[i - 1].id)
      diagnostics.add(all_[i].place.error("two entries are called '" + all_[i].id + "'"));
  for (const Evidence& entry : all_)
    if (!document(entry.document))
      diagnostics.add(entry.place.error("there is no document '" + entry.document + "'",
                                        "an id of documents.yaml"));
}

void EvidenceBase::read_file(const std::filesystem::path& path, Diagnostics& diagnostics) {
  const auto tree = read_tree_file(path, diagnostics);
  if (!tree) return;
  MapView top(*tree, "", diagnostics);
  if (top.choice("tiltak", {"evidence", "documents"}) == "documents") {
    for (auto& [id, view] : top.named("documents")) documents_.push_back(read_document(id, view));
  } else {
    for (auto& [name, group] : top.named("groups")) {
      const Shared shared(group);
      for (auto& [id, view] : group.named("entries")) all_.push_back(read_entry(id, view, shared));
      group.finish();
    }
  }
  top.finish();
}

const Evidence* EvidenceBase::find(std::string_view id) const {
  const auto at = std::lower_bound(all_.begin(), all_.end(), id,
                                   [](const Evidence& e, std::string_view i) { return e.id < i; });
  return at != all_.end() && at->id == id ? &*at : nullptr;
}

const Document* EvidenceBase::document(std::string_view id) const {
  for (const Document& document : documents_)
    if (document.id == id) return &document;
  return nullptr;
}

void EvidenceBase::check_source(std::string_view text, const Place& place, Diagnostics& diagnostics,
                                bool recalled_may_stand_alone) const {
  const auto ids = cited_ids(text);
  std::size_t recalled = 0;
  for (const std::string& id : ids) {
    const Evidence* entry = find(id);
    recalled += entry && entry->known == Known::recalled;
    if (entry) continue;
    std::vector<std::string> names;
    for (const Evidence& e : all_) names.push_back(e.id);
    diagnostics.add(place.error("no evidence is called '" + id + "'",
                                "an id of the files of evidence", did_you_mean(id, names)));
  }
  const bool judgement = text.starts_with("judgement");
  if (ids.empty() && !judgement)
    diagnostics.add(place.error(fmt::format("the source \"{}\" cites no evidence", text),
                                "ids of evidence as [M02], or a text that begins with judgement"));
  if (recalled > 0 && recalled == ids.size() && !judgement && !recalled_may_stand_alone)
    diagnostics.add(place.error(fmt::format("\"{}\": recalled, and nothing beside it", text),
                                "an entry that was read, or a text that begins with judgement"));
}

std::vector<std::string> cited_ids(std::string_view source) {
  std::vector<std::string> ids;
  bool inside = false;
  std::string id;
  for (const char c : source) {
    const bool ends = c == ']' || c == ',' || c == ' ';
    if (inside && ends && !id.empty()) ids.push_back(std::exchange(id, {}));
    if (c == '[') inside = true;
    if (c == ']') inside = false;
    if (inside && !ends && c != '[') id += c;
  }
  return ids;
}

std::string_view in_words(Known known) {
  constexpr std::array<std::string_view, 5> words{"read", "quoted second hand", "derived",
                                                  "recalled, not verified", "judgement"};
  return words[static_cast<std::size_t>(known)];
}

std::string in_words(const Evidence& entry, const EvidenceBase& base) {
  const std::string what =
      entry.value ? fmt::format("{} {}", *entry.value, entry.unit) : entry.statement;
  const Document* document = base.document(entry.document);
  return fmt::format("{} ({}; {}; {}). {}, {}: {}", what, entry.population, entry.read_out,
                     entry.horizon, document ? document->by : entry.document, entry.at,
                     in_words(entry.known));
}

} // namespace tiltak::scenario
