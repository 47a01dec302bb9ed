// Vacancies and desired positions of the segments. Employers post what they lost, what lapsed, and
// a part of what they still want; every hire uses up a vacancy.
#pragma once

#include <cstdint>
#include <vector>

#include <tiltak/market/matching.hpp>
#include <tiltak/market/segments.hpp>

namespace tiltak {

struct MarketPlan {
  Matching matching;
  double reference_lambda = 0.5; // lambda at which hazards stand at their base
  double lapse = 0.1; // delta: part of the vacancies withdrawn in a month
  double adjustment = 0.2; // kappa: part of the gap to desired positions posted in a month
  double demand_response = 0; // phi in [0, 1]: desired positions per cent of effective supply
  Segmentation segmentation;
  std::size_t segments() const { return segmentation.size(); }
};

// What happened to positions in a segment in a month. Parts of a vacancy (sigma) in millionths.
struct Positions {
  std::int64_t hires = 0; // ordinary jobs begun, arrivals with a job among them
  std::int64_t leavers = 0; // ordinary jobs left
  std::int64_t subsidised_micro = 0; // change of sigma W

  Positions& operator+=(const Positions& other) {
    hires += other.hires;
    leavers += other.leavers;
    subsidised_micro += other.subsidised_micro;
    return *this;
  }
};

// Supply side of a segment in a month.
struct Supply {
  double search = 0; // S, sum of effectiveness
  double searchers = 0; // persons
  double population = 0; // N
  double labour = 0; // Lambda, effective labour supply
};

struct Segment {
  double vacancies = 0; // V; below zero: overdrawn, carried into the next month
  double employed = 0; // E, ordinary jobs
  double subsidised = 0; // sigma W
  double desired = 0; // J at the reference
  double population0 = 0, labour0 = 0;
  double posted = 0; // this month
  double search = 0; // S, this month
  double searchers = 0; // persons who search, this month
  double before = 0; // vacancies as the month began
  double lambda = 0; // this month
};

class Market {
public:
  explicit Market(const MarketPlan& plan) : plan_(plan), segments_(plan.segments()) {}

  // Opens the market: vacancies that give the reference lambda, desired positions that are met.
  void open(std::size_t segment, const Supply& supply, double employed, double subsidised);
  // lambda of the month, by segment, from search and the vacancies there are.
  double clear(std::size_t segment, const Supply& supply);
  // After the month: positions moved by what really happened, then employers post.
  // `cycle` multiplies desired positions.
  void post(std::size_t segment, const Positions& positions, const Supply& supply, double cycle);

  const std::vector<Segment>& segments() const { return segments_; }
  std::vector<Segment>& segments() { return segments_; }
  const MarketPlan& plan() const { return plan_; }

private:
  template <class> friend struct Members; // checkpoints
  friend struct StateCheck;
  MarketPlan plan_;
  std::vector<Segment> segments_;
};

} // namespace tiltak
