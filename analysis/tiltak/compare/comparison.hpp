// Two scenarios on the same persons and luck, as data: what a comparison found, for reports. All
// figures are national, means over replications with paired 95 % intervals; differences are first
// less second.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <tiltak/compare/by_group.hpp>
#include <tiltak/compare/interval.hpp>

namespace tiltak::compare {

enum class Unit : std::uint8_t { job_years, nok_million, nok, place_years };

struct Figure {
  std::string id; // "net", "spending"; its words are those of reports
  Unit unit = Unit::job_years;
  std::optional<Spread> first, second; // where it means something for one scenario alone
  Spread difference; // at the discount rate
  Spread undiscounted;
};

// The scenarios made equal in one respect, and what they gave then.
struct Equality {
  std::string kind; // as_given, present_value, spent, place_months
  double level = 1; // times the appropriation of the scenario whose level was solved
  double gap = 0; // (first - second) / second of what was made equal, mean over seeds
  std::vector<Figure> figures;
};

// A part of the difference in the net effect, job-years at the discount rate.
struct Part {
  std::string id;
  Spread value;
};

struct MapCell {
  double displacement = 0, gamma = 0;
  bool frictions = false;
  Spread difference; // of the net effect, job-years at the discount rate
  // What a run in this cell's market shows, gamma 0: displaced in the long run for each that search
  // help gives directly. `displacement` is what was asked for.
  std::optional<double> achieved;
};

// The difference under another assumption about how the market works.
struct Alternative {
  std::string id; // "cobb_douglas": the matching function
  Spread difference; // of the net effect, job-years at the discount rate
};

// Where the difference in the net effect is zero, along a line of the map.
struct BreakEven {
  double gamma = 0;
  bool frictions = false;
  std::optional<double> displacement; // none: the sign is the same over the whole line
  bool positive = false; // that sign
};
std::vector<BreakEven> break_even(const std::vector<MapCell>& map);

// What the difference is called: "first", "second" (whose is larger), or "none": no detectable
// difference, when the interval holds zero or is missing.
std::string verdict(const Spread& difference);

// How sure the difference in the net effect is, job-years: from what it varies by chance to what it
// is under assumptions that no data decide.
struct Uncertainty {
  std::size_t draws = 1; // of the parameters
  Sources sources; // standard deviations
  std::optional<double> lowest, highest; // structure: over the sign map and the alternatives
};

// A key that the scenarios do not agree on, with what it decides and each one's value as written.
struct Setting {
  std::string key, nb, en, first, second;
};

struct Comparison {
  struct Names {
    std::string nb, en;
  } first, second;
  std::size_t replications = 0, phases = 1;
  double discount_rate = 0;
  int price_year = 0;
  std::vector<Equality> equalities; // the headline first
  std::vector<GroupGain> groups; // of the headline; empty where no files were written
  std::vector<Part> parts; // add up to the headline's net difference; may be empty
  std::vector<MapCell> map; // may be empty
  std::vector<Setting> settings; // where the scenarios differ
  bool has_frictions = false; // whether the map has them on and off
  std::vector<Alternative> alternatives; // may be empty
  Uncertainty uncertainty;
};

} // namespace tiltak::compare
