#include <tiltak/compare/identities.hpp>

#include <map>
#include <numeric>

#include <fmt/format.h>

namespace tiltak::compare {
namespace {

using Cells = std::vector<std::int32_t>;

// A replication of one group of the file in one unit: its flows by name.
class Ledger {
public:
  Ledger(const store::ResultReader& file, const std::string& group, const std::string& unit,
         std::uint64_t replication)
      : prefix_(group + "/"), unit_(unit) {
    for (const char* name :
         {"gross", "deadweight", "own_loss", "direct", "lock_in", "after_effect", "threat",
          "relabelling", "cuts", "displacement", "net", "substitution", "congestion"}) {
      const std::string path = prefix_ + name + unit;
      if (!file.has(path)) continue;
      const auto shape = file.shape(path);
      std::size_t size = 1;
      for (std::size_t d = 1; d < shape.size(); ++d) size *= shape[d];
      Cells cells(size);
      file.read_rows<std::int32_t>(path, replication, 1, cells);
      flows_.emplace(name, std::move(cells));
    }
  }

  bool has(const std::string& flow) const { return flows_.contains(flow); }
  bool empty() const { return flows_.empty(); }
  const std::map<std::string, Cells>& flows() const { return flows_; }
  std::int64_t at(const char* flow, std::size_t cell) const { return flows_.at(flow)[cell]; }
  std::size_t size() const { return flows_.empty() ? 0 : flows_.begin()->second.size(); }
  const std::string& unit() const { return unit_; }

private:
  std::string prefix_, unit_;
  std::map<std::string, Cells> flows_;
};

struct Shape {
  std::size_t groups, measures, months;
};

class Check {
public:
  explicit Check(const store::ResultReader& file) : file_(file) {
    const auto shape = file.shape("/accounts/net_reg");
    replications_ = shape[0];
    shape_ = {shape[1], shape[2], shape[3]};
    groups_ = file.read_text("/accounts/group");
  }

  std::vector<std::string> faults() {
    for (std::uint64_t r = 0; r < replications_; ++r)
      for (const char* unit : {"_reg", "_lfs", "_reg_fte", "_lfs_fte"}) {
        const Ledger ledger(file_, "/accounts", unit, r);
        if (ledger.empty()) continue;
        where_ = fmt::format("replication {}, {}", r, unit + 1);
        cells(ledger, true);
        margins(ledger);
        if (file_.has("/since_start")) since(ledger, Ledger(file_, "/since_start", unit, r));
        if (file_.has("/deadweight/low" + std::string(unit))) bounds(ledger, r);
      }
    return std::move(faults_);
  }

private:
  void fault(const std::string& what) {
    faults_.push_back(fmt::format("{}: {}: {}", file_.path(), where_, what));
  }

  // `none`: the last measure is nobody's.
  void cells(const Ledger& a, bool none) {
    std::size_t wrong = 0;
    for (std::size_t c = 0; c < a.size(); ++c) {
      const bool takes_part = !none || c / shape_.months % shape_.measures + 1 < shape_.measures;
      const bool whole =
          a.at("net", c) == a.at("direct", c) + a.at("threat", c) + a.at("relabelling", c) +
                                a.at("cuts", c) - a.at("displacement", c) &&
          a.at("direct", c) == a.at("lock_in", c) + a.at("after_effect", c) &&
          (!takes_part ||
           a.at("gross", c) - a.at("deadweight", c) - a.at("own_loss", c) == a.at("net", c)) &&
          (!a.has("substitution") ||
           a.at("displacement", c) == a.at("substitution", c) + a.at("congestion", c));
      wrong += !whole;
    }
    if (wrong > 0) fault(fmt::format("{} cells do not add up", wrong));
  }

  void margins(const Ledger& a) {
    const std::size_t row = shape_.measures * shape_.months;
    std::map<std::string, std::vector<std::size_t>> parts;
    for (std::size_t g = 1; g < groups_.size(); ++g)
      parts[groups_[g].substr(0, groups_[g].find('.'))].push_back(g);
    for (const auto& [flow, values] : a.flows())
      for (const auto& [part, members] : parts)
        for (std::size_t k = 0; k < row; ++k) {
          std::int64_t sum = 0;
          for (const std::size_t g : members) sum += values[g * row + k];
          if (sum == values[k]) continue;
          fault(fmt::format("{} by {} does not add up to all", flow, part));
          break;
        }
  }

  void since(const Ledger& a, const Ledger& b) {
    cells(b, false);
    if (shape_.measures < 2 || b.empty()) return;
    const std::size_t months = b.size() / (shape_.measures - 1);
    for (const auto& [flow, values] : b.flows())
      for (std::size_t m = 0; m + 1 < shape_.measures; ++m) {
        const auto sum = [m](const Cells& cells, std::size_t width) {
          const auto from = cells.begin() + static_cast<std::ptrdiff_t>(m * width);
          return std::accumulate(from, from + static_cast<std::ptrdiff_t>(width), std::int64_t{0});
        };
        if (sum(values, months) != sum(a.flows().at(flow), shape_.months))
          fault(fmt::format("{} of measure {} differs between calendar and since_start", flow, m));
      }
  }

  void bounds(const Ledger& a, std::uint64_t r) {
    const std::size_t size = (shape_.measures - 1) * shape_.months;
    Cells low(size), high(size);
    file_.read_rows<std::int32_t>("/deadweight/low" + a.unit(), r, 1, low);
    file_.read_rows<std::int32_t>("/deadweight/high" + a.unit(), r, 1, high);
    for (std::size_t c = 0; c < size; ++c)
      if (a.at("deadweight", c) < low[c] || a.at("deadweight", c) > high[c]) {
        fault("deadweight outside its bounds");
        return;
      }
  }

  const store::ResultReader& file_;
  std::uint64_t replications_ = 0;
  Shape shape_{};
  std::vector<std::string> groups_;
  std::string where_;
  std::vector<std::string> faults_;
};

} // namespace

std::vector<std::string> identity_faults(const store::ResultReader& file) {
  if (!file.has("/accounts")) return {};
  return Check(file).faults();
}

} // namespace tiltak::compare
