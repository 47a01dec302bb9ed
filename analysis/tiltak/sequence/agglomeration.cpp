#include <tiltak/sequence/agglomeration.hpp>

#include <algorithm>
#include <limits>
#include <numeric>
#include <type_traits>

#include <tiltak/core/parallel.hpp>

namespace tiltak::sequence {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

Criterion criterion_of(Linkage linkage) {
  if (linkage == Linkage::ward_d || linkage == Linkage::ward_d2)
    return Criterion::ward;
  return linkage == Linkage::average ? Criterion::average : Criterion::plain;
}

// Rows to fetch ahead when a column is read: each cell lies in another page.
constexpr std::size_t ahead = 16;

// Largest value that Sum keeps exactly.
template <class Sum> constexpr double room = std::is_same_v<Sum, double> ? infinity : 2147483647.0;

} // namespace

template <class Sum>
bool Agglomeration<Sum>::fits(const std::vector<double>& weights, Linkage linkage, double most) {
  if (criterion_of(linkage) == Criterion::plain)
    return most <= room<Sum>;
  const double heaviest = *std::max_element(weights.begin(), weights.end());
  return heaviest * heaviest * most <= room<Sum>;
}

template <class Sum>
template <class Cell>
Agglomeration<Sum>::Agglomeration(const Square<Cell>& cells, const std::vector<double>& weights,
                                  Linkage linkage, double most)
    : linkage_(linkage), criterion_(criterion_of(linkage)), most_(most),
      total_(std::accumulate(weights.begin(), weights.end(), 0.0)),
      heaviest_(*std::max_element(weights.begin(), weights.end())), leaves_(cells.size()),
      alive_(cells.size()), sums_(cells.size()), weight_(weights), within_(cells.size(), 0.0),
      bound_(cells.size(), infinity), nearest_(cells.size()), exact_(cells.size(), 1),
      node_(cells.size()) {
  std::iota(node_.begin(), node_.end(), 0u);
  merges_.reserve(leaves_);
  const bool squared = linkage == Linkage::ward_d2;
  const bool weighted = criterion_ != Criterion::plain;
  parallel::for_blocks(leaves_, 64, [&](std::size_t begin, std::size_t end, std::size_t) {
    for (std::size_t i = begin; i < end; ++i) {
      Sum* row = sums_.row(i);
      for (std::size_t j = i + 1; j < leaves_; ++j) {
        const auto d = static_cast<Sum>(cells.row(i)[j]);
        const Sum w = weighted ? static_cast<Sum>(weights[i] * weights[j]) : Sum{1};
        row[j - i - 1] = w * (squared ? d * d : d);
      }
      search(i);
    }
  });
}

template <class Sum> Agglomeration<Sum>::Agglomeration(Agglomeration<std::int32_t>&& narrow) {
  narrow.compact();
  linkage_ = narrow.linkage_;
  criterion_ = narrow.criterion_;
  most_ = narrow.most_;
  total_ = narrow.total_;
  heaviest_ = narrow.heaviest_;
  leaves_ = narrow.leaves_;
  alive_ = narrow.alive_;
  weight_ = std::move(narrow.weight_);
  within_ = std::move(narrow.within_);
  bound_ = std::move(narrow.bound_);
  nearest_ = std::move(narrow.nearest_);
  exact_ = std::move(narrow.exact_);
  node_ = std::move(narrow.node_);
  merges_ = std::move(narrow.merges_);
  sums_ = Triangle<Sum>(alive_);
  for (std::size_t i = 0; i + 1 < alive_; ++i)
    std::copy_n(narrow.sums_.row(i), alive_ - i - 1, sums_.row(i));
}

template <class Sum> bool Agglomeration<Sum>::would_outgrow(std::size_t a, std::size_t b) const {
  if (criterion_ == Criterion::plain)
    return false;
  const double joined = weight_[a] + weight_[b];
  return joined * std::min(std::max(heaviest_, joined), total_ - joined) * most_ > room<Sum>;
}

template <class Sum> void Agglomeration<Sum>::search(std::size_t i) {
  const std::size_t from = i + 1;
  const Nearest n = sequence::nearest(criterion_, sums_.row(i), weight_.data() + from,
                                      within_.data() + from, sums_.size() - from, cluster(i));
  bound_[i] = n.height;
  nearest_[i] = static_cast<std::uint32_t>(from + n.index);
  exact_[i] = 1;
}

// The first of the clusters with the lowest height, brought up to date.
template <class Sum> std::size_t Agglomeration<Sum>::closest() {
  for (;;) {
    const std::size_t i = lowest(bound_.data(), bound_.size()).index;
    if (exact_[i])
      return i;
    search(i);
  }
}

template <class Sum> Sum Agglomeration<Sum>::together(Sum x, Sum y) const {
  if (linkage_ == Linkage::single)
    return std::min(x, y);
  if (linkage_ == Linkage::complete)
    return std::max(x, y);
  // Sums of the living fit (would_outgrow); those of the dead may wrap, and nobody reads them.
  if constexpr (std::is_integral_v<Sum>)
    return static_cast<Sum>(static_cast<std::uint32_t>(x) + static_cast<std::uint32_t>(y));
  else
    return x + y;
}

// What cluster i, before a, remembers after a and b were joined as a.
template <class Sum>
void Agglomeration<Sum>::met_again(std::size_t i, std::size_t a, std::size_t b, Sum sum) {
  const double h = height(criterion_, static_cast<double>(sum), cluster(i), cluster(a));
  if (h < bound_[i] || (exact_[i] && h == bound_[i] && a <= nearest_[i])) {
    bound_[i] = h;
    nearest_[i] = static_cast<std::uint32_t>(a);
    exact_[i] = 1;
  } else if (nearest_[i] == a || nearest_[i] == b) {
    exact_[i] = 0;
  }
}

// Adds b's sums to a's. Cells of earlier clusters lie in a column, one a row.
template <class Sum> void Agglomeration<Sum>::add_sums(std::size_t a, std::size_t b) {
  for (std::size_t i = 0; i < a; ++i) {
    if (i + ahead < a) {
      __builtin_prefetch(&sums_.at(i + ahead, a), 1);
      __builtin_prefetch(&sums_.at(i + ahead, b));
    }
    if (bound_[i] == infinity)
      continue;
    Sum* row = sums_.row(i) - i - 1;
    row[a] = together(row[a], row[b]);
    met_again(i, a, b, row[a]);
  }
  Sum* of_a = sums_.row(a) - a - 1;
  for (std::size_t i = a + 1; i < b; ++i) {
    if (i + ahead < b)
      __builtin_prefetch(&sums_.at(i + ahead, b));
    of_a[i] = together(of_a[i], sums_.at(i, b));
    if (nearest_[i] == b)
      exact_[i] = 0;
  }
  const Sum* of_b = sums_.row(b) - b - 1;
  for (std::size_t j = b + 1; j < sums_.size(); ++j)
    of_a[j] = together(of_a[j], of_b[j]);
}

template <class Sum> void Agglomeration<Sum>::bury(std::size_t b) {
  bound_[b] = infinity;
  exact_[b] = 1;
  within_[b] = criterion_ == Criterion::ward ? -infinity : infinity;
  weight_[b] = 1;
  --alive_;
}

template <class Sum> void Agglomeration<Sum>::join(std::size_t a, std::size_t b) {
  merges_.push_back({node_[a], node_[b], bound_[a]});
  if (criterion_ == Criterion::ward)
    within_[a] += within_[b] + static_cast<double>(sums_.at(a, b));
  weight_[a] += weight_[b];
  heaviest_ = std::max(heaviest_, weight_[a]);
  node_[a] = static_cast<std::uint32_t>(leaves_ + merges_.size() - 1);
  bury(b);
  add_sums(a, b);
  search(a);
}

// Without the dead, rows lie close together again.
template <class Sum> void Agglomeration<Sum>::compact() {
  std::vector<std::uint32_t> kept;
  std::vector<std::uint32_t> place(sums_.size(), 0);
  const double dead = criterion_ == Criterion::ward ? -infinity : infinity;
  for (std::uint32_t i = 0; i < sums_.size(); ++i) {
    if (within_[i] == dead)
      continue;
    place[i] = static_cast<std::uint32_t>(kept.size());
    kept.push_back(i);
  }
  sums_.keep(kept);
  for (std::size_t k = 0; k < kept.size(); ++k) {
    const std::uint32_t i = kept[k];
    weight_[k] = weight_[i];
    within_[k] = within_[i];
    bound_[k] = bound_[i];
    nearest_[k] = place[nearest_[i] < place.size() ? nearest_[i] : 0];
    exact_[k] = exact_[i];
    node_[k] = node_[i];
  }
  for (auto* v : {&weight_, &within_, &bound_})
    v->resize(kept.size());
  nearest_.resize(kept.size());
  exact_.resize(kept.size());
  node_.resize(kept.size());
}

template <class Sum> void Agglomeration<Sum>::run(const std::function<void(std::size_t)>& meter) {
  while (alive_ > 1) {
    const std::size_t a = closest();
    if (would_outgrow(a, nearest_[a]))
      return;
    join(a, nearest_[a]);
    if (merges_.size() % 256 == 0)
      meter(merges_.size());
    if (alive_ > 64 && 10 * alive_ < 8 * sums_.size())
      compact();
  }
  meter(merges_.size());
}

template class Agglomeration<std::int32_t>;
template class Agglomeration<double>;
template Agglomeration<std::int32_t>::Agglomeration(const Square<std::uint8_t>&,
                                                    const std::vector<double>&, Linkage, double);
template Agglomeration<std::int32_t>::Agglomeration(const Square<std::uint16_t>&,
                                                    const std::vector<double>&, Linkage, double);
template Agglomeration<double>::Agglomeration(const Square<std::uint8_t>&,
                                              const std::vector<double>&, Linkage, double);
template Agglomeration<double>::Agglomeration(const Square<std::uint16_t>&,
                                              const std::vector<double>&, Linkage, double);
template Agglomeration<double>::Agglomeration(const Square<double>&, const std::vector<double>&,
                                              Linkage, double);

} // namespace tiltak::sequence
