// How well the parameters of a run reproduce what is published, as its file keeps it (tiltak_fit),
// and the section of a page that shows it.
#pragma once

#include <string>
#include <vector>

#include <tiltak/report/document.hpp>
#include <tiltak/report/words.hpp>

namespace tiltak::report {

struct FitRow {
  std::string moment, side, source; // side: "equal", "at_least", "at_most"
  double published = 0, width = 0, model = 0; // in the moment's unit
  double gap = 0; // model less published, in widths; 0 on the side it may be on
  bool held_out = false; // else fitted
  bool judged = false; // the width is a judgement

  bool is_effect() const { return moment.starts_with("effect."); }
  bool is_within(double widths) const { return gap <= widths && gap >= -widths; }
};

struct Fit {
  bool is_stale = false; // the table beside the parameters is of other values
  std::string variants; // laid over the parameters, so that the fit is not of what is in force
  std::string made_by;
  std::vector<FitRow> rows; // empty: not known
};

// Throws InputError where the text is no table of a fit.
Fit read_fit(const std::string& text);

// The figures, the worst first; without any, why there are none.
Section fit_section(const Fit& fit, const Words& say);

} // namespace tiltak::report
