#include <tiltak/report/cells.hpp>

namespace tiltak::report {
namespace {

struct Show {
  const Words& say;
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(const Number& n) const { return say.number(n.value, n.digits); }
  std::string operator()(const Interval& i) const {
    return say("interval",
               {{"low", say.number(i.low, i.digits)}, {"high", say.number(i.high, i.digits)}});
  }
  std::string operator()(Suppressed) const { return suppressed_symbol; }
  std::string operator()(Missing) const { return "–"; }
};

} // namespace

std::string heading(const Column& column) {
  return column.unit.empty() ? column.title : column.title + " (" + column.unit + ")";
}

std::string shown(const Cell& cell, const Words& say) { return std::visit(Show{say}, cell); }

} // namespace tiltak::report
