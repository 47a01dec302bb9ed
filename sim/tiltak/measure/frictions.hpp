// What keeps money from becoming places at once: each mechanism a switch with its parameters. The
// labels B01 ... are those of docs/model/appropriation.md, with sources. All are off here; what a
// scenario switches on is scenario/'s.
#pragma once

#include <algorithm>

#include <tiltak/core/money.hpp>

namespace tiltak {

struct Frictions {
  bool place_target = false; // B01: places are held up by cheaper ones when money is short
  bool benefit_crowding = false; // B02: participants' allowance is paid from the post
  Money benefit; // a month, of participants without unemployment benefit
  double benefit_usual = 0; // part of participants without it that the catalogue's prices include

  // What a price of the catalogue includes of it.
  Money benefit_in(Money price) const { return std::min(price, scale(benefit, benefit_usual)); }
  bool group_quota = false; // B03-B05: places are divided on the groups by quota
  bool county_key = false; // B06: the key is a mean over the months that have passed
  int key_months = 12;
  bool office_pools = false; // B07, B21, B22: each office has its own money and its own queue
  int office_places = 130; // places of an office
  bool contracts = false; // B09, B17: contracts bind, what is flexible and dear is cut first
  bool lapse = false; // B10: unspent money lapses and lowers the next grant
  double carry_over = 0.05; // part of the post that the state may carry over
  double ratchet = 0.5; // part of the unspent share that the next grant is lowered by
  double rush = 1.2; // a month's money at most, of an even month's: what runs on binds next year's
  bool refunds = false; // B11: money for empty contract places comes back in September
  double refund_share = 0.033; // of the grant, at most
  bool late_money = false; // B12: part of the money comes in October
  double late_share = 0.02;
  bool stop_and_go = false; // B13, B14: deviations reported late stop and restart starts
  double tolerance = 0.03; // deviation of spending, share of the grant of a year
  double gain = 2; // how much starts are raised when spending is behind
  bool caseworkers = false; // B15: case workers stop asking after refusals
  int refusals = 2; // months in a row
  double appetite_low = 0.5, appetite_recovery = 0.1; // a month
  bool season = false; // B16: few starts in summer
  double summer = 0.4; // starts in June to August, share of those wanted
  bool batches = false; // B18: intakes and batches
  bool relabelling = false; // B19: job seekers become persons with reduced capacity for a place
  double relabel_rate = 0.002; // a month, per unit of the log ratio of the groups' chances
  bool mismatch = false; // B20: part of those with reduced capacity drop out
  double mismatch_share = 0.1;
  bool guarantees = false; // B23: who comes to a deadline is placed first
  bool cyclical_mix = false; // B25: the mix follows unemployment
  bool staff = false; // B26: high caseloads choose long measures
  double staff_strength = 1; // elasticity of planned months with respect to the caseload
  bool selective_suppliers = false; // B27: suppliers with result targets take the best prospects
  bool employers = false; // B29: employers offer only so many subsidised jobs
  double offers = 2; // of the starts that are normally wanted, when vacancies are normal
};

} // namespace tiltak
