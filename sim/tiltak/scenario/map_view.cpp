#include <tiltak/scenario/map_view.hpp>

#include <algorithm>

#include <fmt/format.h>

#include <tiltak/core/suggest.hpp>

namespace tiltak::scenario {
namespace {

const Node& empty_map() {
  static const Node node{Shape::map, {}, {}, false, {}, {}};
  return node;
}

template <class T>
T held(const std::optional<Scalar>& scalar, const std::optional<T>& otherwise, T stand_in) {
  return scalar ? std::get<T>(*scalar) : otherwise.value_or(std::move(stand_in));
}

} // namespace

MapView::MapView(const Node& node, std::string name, Diagnostics& diagnostics)
    : node_(&node), name_(std::move(name)), diagnostics_(&diagnostics) {
  if (node.shape == Shape::map) return;
  diagnostics.add(node.place.error(fmt::format(
      "{}: keys expected below it, found {}", name_.empty() ? "the file" : name_, describe(node))));
  node_ = &empty_map();
}

std::vector<std::string> MapView::keys() const {
  std::vector<std::string> all;
  for (const Entry& entry : node_->entries) all.push_back(entry.key);
  return all;
}

std::string MapView::path(std::string_view key) const {
  return name_.empty() ? std::string(key) : fmt::format("{}.{}", name_, key);
}

const Node* MapView::find(std::string_view key, bool may_miss) {
  asked_.emplace_back(key);
  const Node* node = node_->find(key);
  // An empty map without a source stands for one whose absence is reported already.
  if (!node && !may_miss && node_ != &empty_map())
    diagnostics_->add(node_->place.error(fmt::format("the key '{}' is missing", path(key))));
  return node;
}

std::optional<Scalar> MapView::item(std::string_view key, const Type& type, const Node& node) {
  Misread why;
  auto scalar = read_scalar(type, node, why);
  if (!scalar)
    diagnostics_->add(node.place.error(path(key) + ": " + why.message, allowed(type), why.hint));
  return scalar;
}

std::optional<Scalar> MapView::scalar(std::string_view key, const Type& type, bool may_miss) {
  const Node* node = find(key, may_miss);
  return node ? item(key, type, *node) : std::nullopt;
}

std::int64_t MapView::integer(std::string_view key, Range range,
                              std::optional<std::int64_t> otherwise, std::string_view unit) {
  const Type type{.kind = Kind::integer, .unit = unit, .min = range.min, .max = range.max};
  return held<std::int64_t>(scalar(key, type, otherwise.has_value()), otherwise, 0);
}

double MapView::real(std::string_view key, Range range, std::optional<double> otherwise,
                     std::string_view unit) {
  const Type type{.kind = Kind::real, .unit = unit, .min = range.min, .max = range.max};
  return held<double>(scalar(key, type, otherwise.has_value()), otherwise, 0);
}

double MapView::share(std::string_view key, Range range, std::optional<double> otherwise) {
  const Type type{.kind = Kind::share, .min = range.min, .max = range.max};
  return held<double>(scalar(key, type, otherwise.has_value()), otherwise, 0);
}

std::int64_t MapView::months(std::string_view key, Range range,
                             std::optional<std::int64_t> otherwise) {
  const Type type{.kind = Kind::months, .min = range.min, .max = range.max};
  return held<std::int64_t>(scalar(key, type, otherwise.has_value()), otherwise, 0);
}

Money MapView::money(std::string_view key, std::string_view unit, Range range,
                     std::optional<Money> otherwise) {
  const Type type{.kind = Kind::money, .unit = unit, .min = range.min, .max = range.max};
  return held<Money>(scalar(key, type, otherwise.has_value()), otherwise, Money{});
}

Month MapView::month(std::string_view key, std::optional<Month> otherwise) {
  return held<Month>(scalar(key, {.kind = Kind::month}, otherwise.has_value()), otherwise,
                     Month::of(1900, 1));
}

bool MapView::boolean(std::string_view key, std::optional<bool> otherwise) {
  return held<bool>(scalar(key, {.kind = Kind::boolean}, otherwise.has_value()), otherwise, false);
}

std::string MapView::text(std::string_view key, std::optional<std::string> otherwise) {
  return held<std::string>(scalar(key, {}, otherwise.has_value()), otherwise, {});
}

std::string MapView::choice(std::string_view key, std::vector<std::string_view> options,
                            std::optional<std::string> otherwise) {
  std::vector<Option> words;
  for (std::string_view name : options) words.push_back({name, {}});
  const Type type{.kind = Kind::choice, .options = words};
  const std::string first{options.empty() ? std::string_view{} : options.front()};
  return held<std::string>(scalar(key, type, otherwise.has_value()), otherwise, first);
}

MapView MapView::map(std::string_view key, bool may_miss) {
  const Node* node = find(key, may_miss);
  return {node ? *node : empty_map(), path(key), *diagnostics_};
}

std::vector<std::pair<std::string, MapView>> MapView::named(std::string_view key, bool may_miss) {
  const MapView below = map(key, may_miss);
  std::vector<std::pair<std::string, MapView>> found;
  for (const Entry& entry : below.node_->entries)
    found.emplace_back(entry.key, MapView(entry.value, below.path(entry.key), *diagnostics_));
  return found;
}

const std::vector<Node>& MapView::list(std::string_view key, bool may_miss) {
  const Node* node = find(key, may_miss);
  if (!node) return empty_map().items;
  if (node->shape != Shape::list)
    diagnostics_->add(
        node->place.error(fmt::format("{}: a list expected, found {}", path(key), describe(*node)),
                          "[a, b] or lines that begin with '- '"));
  return node->items;
}

std::vector<MapView> MapView::maps(std::string_view key, bool may_miss) {
  std::vector<MapView> found;
  for (const Node& node : list(key, may_miss))
    found.emplace_back(node, fmt::format("{}[{}]", path(key), found.size() + 1), *diagnostics_);
  return found;
}

std::vector<double> MapView::reals(std::string_view key, Range range, bool may_miss) {
  const Type type{.kind = Kind::real, .min = range.min, .max = range.max};
  std::vector<double> found;
  for (const Node& node : list(key, may_miss))
    found.push_back(held<double>(item(key, type, node), {}, 0));
  return found;
}

std::vector<std::string> MapView::texts(std::string_view key, bool may_miss) {
  std::vector<std::string> found;
  for (const Node& node : list(key, may_miss))
    found.push_back(held<std::string>(item(key, {}, node), {}, {}));
  return found;
}

void MapView::error(std::string_view key, std::string message, std::string hint) {
  const Node* node = node_->find(key);
  diagnostics_->add(
      (node ? node->place : node_->place).error(path(key) + ": " + message, {}, std::move(hint)));
}

void MapView::finish() {
  std::string names;
  for (const std::string& name : asked_) names += (names.empty() ? "" : ", ") + name;
  for (const Entry& entry : node_->entries)
    if (std::find(asked_.begin(), asked_.end(), entry.key) == asked_.end())
      diagnostics_->add(entry.place.error(fmt::format("unknown key '{}'", path(entry.key)), names,
                                          did_you_mean(entry.key, asked_)));
}

} // namespace tiltak::scenario
