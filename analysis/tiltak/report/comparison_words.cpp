#include <tiltak/report/comparison_words.hpp>

#include <stdexcept>

namespace tiltak::report {

using compare::Unit;

namespace {

// What a comparison calls a thing, and the key of its words.
struct Name {
  const char *id, *key;
};
constexpr Name names[] = {
    {"net", "compare.net"},
    {"net_with_subsidised", "compare.net_with_subsidised"},
    {"net_full_time", "compare.net_full_time"},
    {"direct", "compare.direct"},
    {"threat", "compare.threat"},
    {"relabelling", "compare.relabelling"},
    {"cuts", "compare.cuts"},
    {"displacement", "compare.displacement"},
    {"places", "compare.places"},
    {"appropriated", "compare.appropriated"},
    {"spending", "compare.spending"},
    {"unspent", "compare.unspent"},
    {"benefits", "compare.benefits"},
    {"unemployment_benefit", "compare.unemployment_benefit"},
    {"measure_allowance", "compare.measure_allowance"},
    {"assessment_allowance", "compare.assessment_allowance"},
    {"disability_pension", "compare.disability_pension"},
    {"earnings", "compare.earnings"},
    {"taxes", "compare.taxes"},
    {"public_balance", "compare.public_balance"},
    {"output", "compare.output"},
    {"social_surplus", "compare.social_surplus"},
    {"cost_per_job_year", "compare.cost_per_job_year"},
    {"as_given", "compare.as_given"},
    {"present_value", "compare.present_value"},
    {"spent", "compare.spent"},
    {"place_months", "compare.place_months"},
    {"volume", "compare.volume"},
    {"timing", "compare.timing"},
    {"mix", "compare.mix"},
    {"composition", "compare.composition"},
    {"effects", "compare.effects"},
    {"remainder", "compare.remainder"},
    {"gamma", "compare.of_gamma"},
    {"frictions", "compare.frictions"},
    {"cobb_douglas", "compare.cobb_douglas"},
    {"den_haan", "compare.den_haan"},
};

} // namespace

std::string word(const std::string& id, const Words& say) {
  for (const Name& name : names)
    if (id == name.id) return say(name.key);
  throw std::logic_error("a comparison names " + id + ", which has no words");
}

std::string unit_of(Unit unit, const Words& say) {
  switch (unit) {
  case Unit::job_years: return say("job_years");
  case Unit::nok_million: return say("nok_million");
  case Unit::nok: return say("compare.nok");
  case Unit::place_years: return say("compare.place_years");
  }
  return {};
}

} // namespace tiltak::report
