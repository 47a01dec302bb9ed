// One run of agglomerative clustering over sums of distances between clusters.
//
// Anderberg's algorithm (1973): every cluster remembers the nearest of those after it. What it
// remembers may go out of date, but never becomes too high, because joining the closest pair brings
// nobody closer (the five linkages are reducible); a row is looked through again only when it comes
// first (Mullner 2011, "Modern hierarchical, agglomerative clustering algorithms", figure 3).
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include <tiltak/sequence/linkage.hpp>
#include <tiltak/sequence/linkage_kernel.hpp>
#include <tiltak/sequence/triangle.hpp>

namespace tiltak::sequence {

// Sum is std::int32_t or double.
template <class Sum> class Agglomeration {
public:
  // True if no sum of the first step can outgrow Sum; `most` is the largest cell.
  static bool fits(const std::vector<double>& weights, Linkage linkage, double most);

  template <class Cell>
  Agglomeration(const Square<Cell>& cells, const std::vector<double>& weights, Linkage linkage,
                double most);
  explicit Agglomeration(Agglomeration<std::int32_t>&& narrow); // goes on in doubles

  // Joins until one cluster is left, or a sum could outgrow Sum.
  void run(const std::function<void(std::size_t)>& meter);
  bool finished() const { return alive_ <= 1; }
  const std::vector<Merge>& merges() const { return merges_; }

private:
  template <class> friend class Agglomeration;

  Cluster cluster(std::size_t i) const { return {weight_[i], within_[i]}; }
  bool would_outgrow(std::size_t a, std::size_t b) const;
  std::size_t closest();
  void search(std::size_t i);
  void join(std::size_t a, std::size_t b);
  void add_sums(std::size_t a, std::size_t b);
  void met_again(std::size_t i, std::size_t a, std::size_t b, Sum sum);
  void bury(std::size_t b);
  void compact();
  Sum together(Sum x, Sum y) const;

  Linkage linkage_ = Linkage::ward_d;
  Criterion criterion_ = Criterion::ward;
  double most_ = 0;
  double total_ = 0;    // weight of all
  double heaviest_ = 0; // weight of the heaviest cluster
  std::size_t leaves_ = 0;
  std::size_t alive_ = 0;
  Triangle<Sum> sums_;
  std::vector<double> weight_, within_;
  std::vector<double> bound_; // of each cluster: no later one is nearer than this; +inf: dead
  std::vector<std::uint32_t> nearest_;
  std::vector<std::uint8_t> exact_; // the bound is the distance to nearest_
  std::vector<std::uint32_t> node_;
  std::vector<Merge> merges_;
};

extern template class Agglomeration<std::int32_t>;
extern template class Agglomeration<double>;

} // namespace tiltak::sequence
