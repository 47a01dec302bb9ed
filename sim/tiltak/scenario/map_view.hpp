// Reading a map of a tree key by key: measure catalogue, parameters, targets, evidence. Every
// mistake goes to the diagnostics with its place, and reading goes on with a stand-in, so that all
// mistakes of a file are reported together. Look at the diagnostics when everything has been read.
//
//   MapView entry(node, "training", diagnostics);
//   measure.price = entry.money("price", "NOK a month");
//   measure.sigma = entry.share("sigma", {0, 1}, 0.0); // the default where the key is missing
//   entry.finish();                                   // complains about keys nobody asked for
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tiltak/scenario/type.hpp>

namespace tiltak::scenario {

struct Range {
  double min = -Type::infinity, max = Type::infinity; // both allowed
};

class MapView {
public:
  // `name` stands before the key in messages ("training.price"); empty at the top of a file. A node
  // that is no map is reported and reads as an empty one. The node must outlive the view.
  MapView(const Node& node, std::string name, Diagnostics& diagnostics);

  bool has(std::string_view key) const { return node_->find(key) != nullptr; }
  const std::string& name() const { return name_; }
  const Place& place() const { return node_->place; }
  // The keys in the order of the file.
  std::vector<std::string> keys() const;

  // Without a default a missing key is a mistake. After a mistake: the default, or zero, "",
  // 1900-01, the first option, false.
  std::int64_t integer(std::string_view key, Range range = {},
                       std::optional<std::int64_t> otherwise = {}, std::string_view unit = {});
  double real(std::string_view key, Range range = {}, std::optional<double> otherwise = {},
              std::string_view unit = {});
  double share(std::string_view key, Range range = {0, 1}, std::optional<double> otherwise = {});
  std::int64_t months(std::string_view key, Range range = {0, 1200},
                      std::optional<std::int64_t> otherwise = {});
  Money money(std::string_view key, std::string_view unit, Range range = {0, 1e13},
              std::optional<Money> otherwise = {});
  Month month(std::string_view key, std::optional<Month> otherwise = {});
  bool boolean(std::string_view key, std::optional<bool> otherwise = {});
  std::string text(std::string_view key, std::optional<std::string> otherwise = {});
  std::string choice(std::string_view key, std::vector<std::string_view> options,
                     std::optional<std::string> otherwise = {});

  // The map below `key`; missing is a mistake unless `may_miss`, and reads as an empty map.
  MapView map(std::string_view key, bool may_miss = false);
  // The maps below `key`, each under a name of its own, in the order of the file.
  std::vector<std::pair<std::string, MapView>> named(std::string_view key, bool may_miss = false);
  // A list of maps, of numbers, of texts; missing is a mistake unless `may_miss`.
  std::vector<MapView> maps(std::string_view key, bool may_miss = false);
  std::vector<double> reals(std::string_view key, Range range = {}, bool may_miss = false);
  std::vector<std::string> texts(std::string_view key, bool may_miss = false);

  // Reports what is wrong with the value of `key` (at the map itself where there is none).
  void error(std::string_view key, std::string message, std::string hint = {});

  // Reports every key that was not asked for, with the nearest that was.
  void finish();

private:
  const Node* find(std::string_view key, bool may_miss);
  std::optional<Scalar> scalar(std::string_view key, const Type& type, bool may_miss);
  std::optional<Scalar> item(std::string_view key, const Type& type, const Node& node);
  const std::vector<Node>& list(std::string_view key, bool may_miss);
  std::string path(std::string_view key) const;

  const Node* node_;
  std::string name_;
  Diagnostics* diagnostics_;
  std::vector<std::string> asked_; // in the order of asking, for the list of what is allowed
};

} // namespace tiltak::scenario
