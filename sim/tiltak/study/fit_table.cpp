#include <tiltak/study/fit_table.hpp>

#include <algorithm>

#include <fmt/format.h>

#include <tiltak/scenario/fit_file.hpp>

namespace tiltak::study {
namespace {

const char* side_word(TargetSide side) {
  switch (side) {
  case TargetSide::at_least: return "at_least";
  case TargetSide::at_most: return "at_most";
  case TargetSide::equal: break;
  }
  return "equal";
}

// A source is free text: what would part columns or lines becomes a blank.
std::string in_one_cell(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return text;
}

} // namespace

std::string fit_table(const std::vector<Target>& targets, const Estimate& estimate,
                      const std::string& made_by) {
  std::string text = scenario::fit_head(estimate.parameters);
  text += fmt::format("# made by: {}\n", in_one_cell(made_by));
  text += "moment\tuse\tside\tpublished\twidth\tjudged\tmodel\tgap\tnoise\tsource\n";
  for (std::size_t i = 0; i < targets.size(); ++i) {
    const Target& t = targets[i];
    const double model = estimate.after[i];
    text += fmt::format("{}\t{}\t{}\t{:.6g}\t{:.6g}\t{}\t{:.6g}\t{:.4g}\t{:.3g}\t{}\n", t.id,
                        t.held_out ? "held_out" : "fitted", side_word(t.side), t.value, t.width,
                        t.judged ? "yes" : "no", model, t.gap(model) / t.width, estimate.noise[i],
                        in_one_cell(t.source));
  }
  return text;
}

} // namespace tiltak::study
