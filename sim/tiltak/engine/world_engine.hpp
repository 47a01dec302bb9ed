// One world with its market and its budget, phase by phase. Worlds differ in their rule only: where
// their starts and their tightness come from, and how large the appropriation is.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include <tiltak/core/draw.hpp>
#include <tiltak/engine/common.hpp>
#include <tiltak/engine/placement.hpp>
#include <tiltak/engine/transitions.hpp>
#include <tiltak/engine/world.hpp>
#include <tiltak/market/vacancies.hpp>

namespace tiltak {

enum class StartRule : std::uint8_t {
  own, // places that the world's money pays for, given to who is there
  offered, // the places that another world gave, to the same persons in the same month
  none // none of what the contrast takes away
};

struct WorldRule {
  std::string name = "policy";
  StartRule starts = StartRule::own;
  std::size_t offering = 0; // number of the world whose places are offered
  std::optional<std::size_t> market =
      {}; // number of the world whose lambda is in force, if not own
  double budget = 1; // times the appropriation on the post
  bool substitution = true; // else subsidised starts use no part of a vacancy
};

class WorldEngine {
public:
  WorldEngine(const Common& common, WorldRule rule);
  // A world that goes on from where `from` stands at the beginning of month t, by another rule and,
  // where `common` is not that of `from`, by another plan for the same persons.
  WorldEngine(const WorldEngine& from, WorldRule rule, const Common& common, Month t);

  // The phases of a month, in this order.
  void begin_month(Month t);
  // Ageing, arrivals and departures of the persons to whom they happen.
  void demographic_events(std::span<const std::uint32_t> persons, Month t);
  void choose_starts(Month t, bool window_open, const WorldEngine* offering);
  void clear_market(Month t, const WorldEngine* forcing);
  // Block by block, each with a tally of its own; any block at any time, then all tallies at once.
  void transitions(std::size_t begin, std::size_t end, Month t,
                   std::span<const std::uint32_t> words, Tally& tally);
  void end_transitions(const std::vector<Tally>& tallies, Month t);
  void end_month(Month t);

  const World& world() const { return world_; }
  const WorldRule& rule() const { return rule_; }
  const Common& common() const { return *common_; }
  const Outlook& outlook() const { return *outlook_; }
  const Search& search() const { return search_; } // of the month, by the persons here
  const Market& market() const { return market_; }
  const Tally& tally() const { return tally_; }
  const Decisions& decisions() const { return decisions_; } // of the month
  const Appropriation& appropriation() const { return placement_->appropriation(); }
  std::int64_t empty_offers() const { return empty_offers_; } // offered, but not eligible here

private:
  template <class> friend struct Members; // checkpoints
  friend struct StateCheck;
  void arrive(std::size_t p, Month t, Tally& tally);
  void decide(Month t, bool window_open);
  void end_measures(Month t);
  void note_decisions(Month t);
  std::vector<Start> realised(std::span<const Start> starts, Month t) const;
  void change_skills(Month t, Tally& tally);
  std::vector<double> relative_vacancies() const;
  void publish();
  void sum_positions();
  void refresh(Month t);
  void rebound(Month t, const Outlook::Stale& stale);
  void open_market(Month t);
  Supply supply(std::size_t segment) const;
  void set_factors(Month t);
  void sum_search();
  const Search& country_search() const {
    return common_->company.is_alone() ? search_ : country_.search;
  }

  const Common* common_;
  WorldRule rule_;
  World world_;
  Market market_;
  std::optional<Placement> placement_; // never empty; made anew for another plan
  std::optional<Outlook> outlook_; // never empty; made anew for another plan
  std::optional<Transitions> transitions_; // the same
  Search search_; // of the persons here
  // Of the whole country, as last summed up: persons by pair, and what the market asks about.
  struct Country {
    std::array<std::int64_t, pair_count> stock{};
    std::vector<std::int64_t> population; // by segment
    Search search;
  } country_;
  MonthFactors factors_; // of the month
  std::optional<double> effect_gap_; // the cycle's gap that factors_.effect is for
  std::vector<double> mean_search_; // by segment, of an unemployed person at the opening
  std::vector<double> vacancies_open_; // by segment, as the market opened
  Decisions decisions_; // of the month
  const WorldEngine* offering_ = nullptr; // this month, where starts are offered
  Tally tally_; // of the month
  std::vector<double> published_; // unemployment by month, per cent of the labour force
  double labour_force_ = 0;
  std::int64_t empty_offers_ = 0;
};

} // namespace tiltak
