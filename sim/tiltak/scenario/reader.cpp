#include <tiltak/scenario/reader.hpp>

#include <algorithm>
#include <map>
#include <sstream>

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <tiltak/scenario/characters.hpp>

namespace tiltak::scenario {
namespace {

// Ends the reading: what follows could not be understood, or there is too much of it.
struct Abandon {};

// A map or list that is being read.
struct Open {
  Node node;
  YAML::anchor_t anchor = 0;
  bool key_is_next = false; // of a map
  std::string key;
  Place key_place;
  std::map<std::string, int> lines; // of the keys already seen
};

class TreeBuilder : public YAML::EventHandler {
public:
  TreeBuilder(const SourcePtr& source, Diagnostics& diagnostics, const ReadLimits& limits)
      : source_(source), diagnostics_(diagnostics), limits_(limits) {}

  bool started() const { return started_; }
  Node take() { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (started_)
      abandon(place(mark), "a second document; a file holds one", "remove the line '---'");
    started_ = true;
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    Node node;
    // yaml-cpp marks what is not there with what comes next; the key is where the user looks.
    node.place = open_.empty() || open_.back().key_is_next ? place(mark) : empty_place();
    finish(std::move(node), anchor);
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    Node node;
    node.place = place(mark);
    node.quoted = tag == "!";
    refuse_tag(node.place, tag);
    node.text = value;
    finish(std::move(node), anchor);
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const auto known = anchored_.find(anchor);
    if (known == anchored_.end())
      abandon(place(mark), "an alias inside the value it stands for", "write the value out");
    Node copy = known->second.node;
    copy.place = place(mark);
    count(known->second.size, copy.place);
    check_depth(open_.size() + static_cast<std::size_t>(known->second.depth), copy.place);
    put(std::move(copy));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    start(mark, tag, anchor, Shape::list);
  }
  void OnSequenceEnd() override { end(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    start(mark, tag, anchor, Shape::map);
  }
  void OnMapEnd() override { end(); }

private:
  struct Anchored {
    Node node;
    std::size_t size;
    int depth;
  };

  Place place(const YAML::Mark& mark) const { return {source_, mark.line + 1, mark.column + 1}; }
  Place empty_place() const {
    return open_.back().node.shape == Shape::map ? open_.back().key_place : open_.back().node.place;
  }

  void complain(const Place& where, std::string message, std::string hint = {}) {
    diagnostics_.add(where.error(std::move(message), {}, std::move(hint)));
    if (++mistakes_ == limits_.mistakes) throw Abandon{};
  }

  [[noreturn]] void abandon(const Place& where, std::string message, std::string hint) {
    complain(where, std::move(message), std::move(hint));
    throw Abandon{};
  }

  void refuse_tag(const Place& where, const std::string& tag) {
    if (!tag.empty() && tag != "?" && tag != "!")
      complain(where, "a tag (!...) is not allowed", "remove it");
  }

  void count(std::size_t nodes, const Place& where) {
    nodes_ += nodes;
    if (nodes_ > limits_.nodes)
      abandon(where,
              fmt::format("more than {} values, aliases counted as written out", limits_.nodes),
              "split the file");
  }

  void start(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, Shape shape) {
    Open opened;
    opened.node.shape = shape;
    opened.node.place = place(mark);
    opened.anchor = anchor;
    opened.key_is_next = shape == Shape::map;
    refuse_tag(opened.node.place, tag);
    check_depth(open_.size() + 1, opened.node.place);
    open_.push_back(std::move(opened));
  }

  void check_depth(std::size_t depth, const Place& where) {
    if (depth > static_cast<std::size_t>(limits_.depth))
      abandon(where, fmt::format("more than {} maps and lists inside one another", limits_.depth),
              "flatten the file");
  }

  void end() {
    Open closed = std::move(open_.back());
    open_.pop_back();
    finish(std::move(closed.node), closed.anchor);
  }

  // `node` is complete: remember it if it has an anchor, then put it where it belongs.
  void finish(Node node, YAML::anchor_t anchor) {
    count(1, node.place);
    if (anchor != YAML::NullAnchor) {
      Anchored kept{std::move(node), 1, 0};
      measure(kept.node, 0, kept);
      count(kept.size, kept.node.place); // the copy below
      node = kept.node;
      anchored_.insert_or_assign(anchor, std::move(kept));
    }
    put(std::move(node));
  }

  static void measure(const Node& node, int depth, Anchored& into) {
    if (node.shape != Shape::scalar) into.depth = std::max(into.depth, depth + 1);
    into.size += node.items.size() + 2 * node.entries.size();
    for (const Node& item : node.items) measure(item, depth + 1, into);
    for (const Entry& entry : node.entries) measure(entry.value, depth + 1, into);
  }

  void put(Node node) {
    refuse_control_characters(node);
    if (open_.empty()) {
      root_ = std::move(node);
    } else if (Open& open = open_.back(); open.node.shape == Shape::list) {
      open.node.items.push_back(std::move(node));
    } else if (open.key_is_next) {
      take_key(open, node);
    } else {
      open.key_is_next = true;
      if (!open.key.empty())
        open.node.entries.push_back({open.key, open.key_place, std::move(node)});
    }
  }

  // Takes `node` for the key of the next value. A key that cannot be used leaves `open.key` empty,
  // and its value is read and dropped.
  void take_key(Open& open, const Node& node) {
    open.key_is_next = false;
    open.key.clear();
    open.key_place = node.place;
    if (node.shape != Shape::scalar || node.text.empty()) {
      complain(node.place, "a key must be a word, not " + describe(node));
    } else if (node.text == "<<" && !node.quoted) {
      complain(node.place, "merge keys (<<) are not supported",
               "build on another file with 'extends: other.yaml'");
    } else if (const auto [first, is_new] = open.lines.emplace(node.text, node.place.line);
               !is_new) {
      complain(
          node.place,
          fmt::format("the key {} stands twice, first in line {}", describe(node), first->second),
          "keep one of them");
    } else {
      open.key = node.text;
    }
  }

  // Escapes in quoted texts ("\e") can make what the bytes of the file may not hold.
  void refuse_control_characters(Node& node) {
    if (node.shape != Shape::scalar) return;
    const bool bad = std::any_of(node.text.begin(), node.text.end(), [](char c) {
      return (static_cast<unsigned char>(c) < 0x20U && c != '\n' && c != '\t') || c == 0x7F;
    });
    if (!bad) return;
    complain(node.place, "a control character in a quoted text", "remove it");
    node.text = "?";
  }

  const SourcePtr& source_;
  Diagnostics& diagnostics_;
  const ReadLimits limits_;
  bool started_ = false;
  Node root_;
  std::vector<Open> open_; // from the outermost to the innermost
  std::map<YAML::anchor_t, Anchored> anchored_;
  std::size_t nodes_ = 0;
  std::size_t mistakes_ = 0;
};

void parse(const SourcePtr& source, TreeBuilder& builder, Diagnostics& diagnostics) {
  try {
    std::istringstream text(source->text());
    YAML::Parser parser(text);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const Abandon&) { // said already
  } catch (const YAML::Exception& error) {
    const Place place{source, std::max(error.mark.line, 0) + 1, std::max(error.mark.column, 0) + 1};
    diagnostics.add(place.error("not YAML: " + error.msg));
  }
}

} // namespace

std::optional<Node> read_tree(const SourcePtr& source, Diagnostics& diagnostics,
                              const ReadLimits& limits) {
  const std::size_t before = diagnostics.size();
  const Place whole{source, 0, 0};
  if (source->text().size() > limits.bytes) {
    diagnostics.add(whole.error(fmt::format("longer than {} bytes", limits.bytes)));
    return std::nullopt;
  }
  const Diagnostics wrong_characters = check_characters(source);
  for (const auto& wrong : wrong_characters.all()) diagnostics.add(wrong);
  if (!wrong_characters.empty()) return std::nullopt;
  TreeBuilder builder(source, diagnostics, limits);
  parse(source, builder, diagnostics);
  if (diagnostics.size() > before) return std::nullopt;
  Node root = builder.take();
  if (root.shape == Shape::map) return root;
  if (root.empty())
    diagnostics.add(whole.error("nothing in the file", "at least one 'key: value'"));
  else
    diagnostics.add(root.place.error("'key: value' lines expected, found " + describe(root)));
  return std::nullopt;
}

std::optional<Node> read_tree_file(const std::filesystem::path& path, Diagnostics& diagnostics,
                                   const ReadLimits& limits) {
  const std::string name = path.string();
  const Place asked{std::make_shared<const Source>(name, ""), 0, 0};
  const SourcePtr source = read_source(path, name, asked, diagnostics, limits.bytes);
  return source ? read_tree(source, diagnostics, limits) : std::nullopt;
}

} // namespace tiltak::scenario
