// One world with its market and its budget, phase by phase. Worlds differ in their rule only: where
// their starts and their tightness come from, and how large the appropriation is.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include <tiltak/core/draw.hpp>
#include <tiltak/engine/placement.hpp>
#include <tiltak/engine/plan.hpp>
#include <tiltak/engine/transitions.hpp>
#include <tiltak/engine/world.hpp>
#include <tiltak/market/vacancies.hpp>

namespace tiltak {

enum class StartRule : std::uint8_t {
  own, // places that the world's money pays for, given to who is there
  offered, // the places that world policy gave, to the same persons in the same month
  none // none of what the contrast takes away
};

struct WorldRule {
  std::string name = "policy";
  StartRule starts = StartRule::own;
  bool forced_market = false; // lambda of every segment is another world's
  double budget = 1; // times the appropriation on the post
};

// What all worlds of a replication have in common.
struct Common {
  const Plan& plan;
  Draws draws;
  People people;
  std::vector<std::uint16_t> types; // by person, with this month's age band
  Hazards hazards;
  LifeCourses life_courses;
  std::array<PropensityTable, 2> propensity;
  Setting setting;
  Pools pools;
  Gains gains;

  Common(const Plan& plan, std::uint32_t replication);
  Choosing choosing() const { return {plan, draws, people, pools, hazards, propensity, types}; }
  std::size_t month_number(Month t) const { return static_cast<std::size_t>(t - plan.first()); }
};

class WorldEngine {
public:
  WorldEngine(const Common& common, WorldRule rule);
  // A world that goes on from where `from` stands, by another rule.
  WorldEngine(const WorldEngine& from, WorldRule rule);

  // The phases of a month, in this order.
  void begin_month();
  void demographic_event(std::size_t p, Month t);
  void choose_starts(Month t, bool window_open, const WorldEngine* offering);
  void clear_market(Month t, const WorldEngine* forcing);
  void transitions(Month t, const WorldEngine* offering);
  void end_month(Month t);

  const World& world() const { return world_; }
  const WorldRule& rule() const { return rule_; }
  const Market& market() const { return market_; }
  const Tally& tally() const { return tally_; }
  const std::vector<Start>& starts() const { return decisions_.starts; }
  const Appropriation& appropriation() const { return placement_.appropriation(); }
  std::int64_t empty_offers() const { return empty_offers_; } // offered, but not eligible here

private:
  void arrive(std::size_t p, Month t, Tally& tally);
  void decide(Month t, bool window_open);
  void end_measures(Month t);
  void note_decisions(Month t);
  void keep_realised(Month t, const WorldEngine& offering);
  std::vector<double> relative_vacancies() const;
  void publish();
  void search();
  void open_market();
  Supply supply(std::size_t segment) const;
  EdgeFactors edge_factors(Month t) const;

  const Common* common_;
  WorldRule rule_;
  World world_;
  Market market_;
  Placement placement_;
  Transitions transitions_;
  std::vector<Search> search_; // of the month, by segment
  std::vector<float> tightness_; // of the month, by segment: lambda over its reference
  std::vector<double> mean_search_; // by segment, of an unemployed person at the opening
  std::vector<double> vacancies_open_; // by segment, as the market opened
  Decisions decisions_; // of the month
  Tally tally_; // of the month
  Month now_{};
  std::vector<double> published_; // unemployment by month, per cent of the labour force
  double labour_force_ = 0;
  std::int64_t empty_offers_ = 0;
};

} // namespace tiltak
