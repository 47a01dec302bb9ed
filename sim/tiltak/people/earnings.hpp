// What a job pays in a year, in basic amounts (G) of the national insurance: by education, sex, age
// and hours. In G because the basic amount is regulated with wages, so that one table serves all
// years. Read from scenarios/baseline/earnings.yaml, where every number has its source.
#pragma once

#include <array>
#include <map>

#include <tiltak/core/money.hpp>
#include <tiltak/core/month.hpp>
#include <tiltak/people/attributes.hpp>

namespace tiltak {

enum class Hours : std::uint8_t { part_time, full_time };

struct Earnings {
  std::array<double, educations.size()> education{}; // G a year, full-time, mean of sexes and ages
  std::array<double, sexes.size()> sex{}; // factor
  std::array<double, age_band_count> age{}; // factor
  double part_time = 0; // earnings of a part-time job as a part of a full-time one
  std::map<int, Money> basic_amount; // G from 1 May of the year; not empty

  // G in force in a month. Before the first year of the table and after its last the amounts of
  // those years hold: a run beyond the table is in the prices of its last year.
  Money g(Month month) const;
  // Mean G of a calendar year, as the tax authorities compute it: its twelve months' mean.
  Money mean_g(int year) const;

  // Earnings of a whole year of work, before tax.
  Money annual(Sex s, Education e, std::size_t band, Hours hours, int year) const;
};

} // namespace tiltak
