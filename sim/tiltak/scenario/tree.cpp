#include <tiltak/scenario/tree.hpp>

#include <algorithm>

namespace tiltak::scenario {

bool Node::empty() const { return shape == Shape::scalar && text.empty() && !quoted; }

const Node* Node::find(std::string_view key) const {
  const auto at = std::find_if(entries.begin(), entries.end(),
                               [&](const Entry& entry) { return entry.key == key; });
  return at == entries.end() ? nullptr : &at->value;
}

std::string describe(const Node& node) {
  if (node.shape == Shape::map) return "a map";
  if (node.shape == Shape::list) return "a list";
  if (node.empty()) return "nothing";
  constexpr std::size_t longest = 60;
  if (node.text.size() <= longest) return "'" + node.text + "'";
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(node.text[end]) & 0xC0U) == 0x80U) --end;
  return "'" + node.text.substr(0, end) + "...'";
}

} // namespace tiltak::scenario
