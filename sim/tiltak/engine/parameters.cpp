#include <tiltak/engine/parameters.hpp>

#include <map>

namespace tiltak {
namespace {

class Slots {
public:
  // A name that stands already gets one more number.
  void add(const std::string& name, double& value) {
    const auto [at, is_new] = places_.try_emplace(name, all.size());
    if (is_new) all.push_back({name, {}});
    all[at->second].values.push_back(&value);
  }

  template <class Categories, class Effects>
  void add_each(const std::string& prefix, const Categories& categories, Effects& effects) {
    for (std::size_t k = 0; k < categories.size(); ++k)
      add(prefix + std::string(categories[k].name), effects[k]);
  }

  // The attributes that hazards and propensities share.
  template <class Effects> void add_attributes(const std::string& prefix, Effects& effects) {
    add_each(prefix + "sex.", sexes, effects.sex);
    add_each(prefix + "age.", age_bands, effects.age);
    add_each(prefix + "origin.", origins, effects.origin);
    add_each(prefix + "education.", educations, effects.education);
    add(prefix + "weak", effects.weak);
    add(prefix + "ill", effects.ill);
  }

  std::vector<ParameterSlot> all;

private:
  std::map<std::string, std::size_t> places_;
};

// Groups of edges that may share an effect.
struct EdgeGroup {
  const char* name;
  bool (*has)(const Edge&);
};

constexpr EdgeGroup edge_groups[] = {
    {"jobs", [](const Edge& e) { return e.kind == EdgeKind::job; }},
    {"jobs_full", [](const Edge& e) { return e.kind == EdgeKind::job && e.to == Pair::full_none; }},
    {"jobs_part", [](const Edge& e) { return e.kind == EdgeKind::job && e.to != Pair::full_none; }},
    {"separations",
     [](const Edge& e) {
       return family(e.from) == Family::employed && family(e.to) != Family::employed;
     }},
    {"to_unemployed", [](const Edge& e) { return e.to == Pair::none_unemployed; }},
    {"to_none", [](const Edge& e) { return e.to == Pair::none_none; }},
    {"to_reduced",
     [](const Edge& e) { return e.to == Pair::none_reduced && family(e.from) != Family::reduced; }},
    {"from_reduced",
     [](const Edge& e) {
       return family(e.from) == Family::reduced && family(e.to) != Family::reduced &&
              family(e.to) != Family::disabled;
     }},
    {"to_disability",
     [](const Edge& e) {
       return family(e.to) == Family::disabled && family(e.from) != Family::disabled;
     }},
};

void add_edge(Slots& slots, const std::string& prefix, EdgeParameters& edge) {
  slots.add(prefix + "base", edge.base);
  slots.add_attributes(prefix, edge);
  for (std::size_t band = 0; band < duration_bands; ++band)
    slots.add(prefix + "duration." + std::to_string(duration_from[band]), edge.duration[band]);
  slots.add(prefix + "benefit.none", edge.benefit[0]);
  slots.add(prefix + "benefit.running", edge.benefit[1]);
  slots.add(prefix + "benefit.ending", edge.benefit[2]);
  slots.add(prefix + "cycle", edge.cycle);
}

// `name`: a measure's id, or of a group of measures that a variant sets together.
void add_measure(Slots& slots, const std::string& name, Measure& measure) {
  const std::string prefix = "measure." + name + ".";
  slots.add(prefix + "lock_in", measure.lock_in);
  slots.add(prefix + "effect", measure.effect);
  slots.add(prefix + "decay", measure.decay);
  slots.add(prefix + "gamma", measure.gamma);
  slots.add(prefix + "sigma", measure.sigma);
  slots.add(prefix + "supply_share", measure.supply_share);
  slots.add(prefix + "retention", measure.retention);
}

} // namespace

std::vector<ParameterSlot> parameter_slots(Parameters& p, Catalogue& catalogue) {
  Slots slots;
  for (const EdgeGroup& group : edge_groups)
    for (std::size_t e = 0; e < edge_count; ++e)
      if (group.has(hazard_edges[e]))
        add_edge(slots, std::string("hazard.") + group.name + ".", p.hazards[e]);
  for (std::size_t e = 0; e < edge_count; ++e)
    add_edge(slots, "hazard." + name(hazard_edges[e]) + ".", p.hazards[e]);
  constexpr std::array<const char*, 2> groups{"job_seekers", "reduced_capacity"};
  for (std::size_t g = 0; g < groups.size(); ++g) {
    const std::string prefix = std::string("propensity.") + groups[g] + ".";
    slots.add_attributes(prefix, p.propensity[g]);
    slots.add(prefix + "benefit", p.propensity[g].benefit);
    slots.add(prefix + "long_term", p.propensity[g].long_term);
  }
  slots.add("propensity.chain", p.chain_share);
  slots.add("frailty.weak", p.weak);
  slots.add("frailty.ill", p.ill);
  for (std::size_t pair = 0; pair < population_pairs; ++pair)
    slots.add("at_18." + std::string(pair_facts[pair].name), p.at_18[pair]);
  slots.add("market.curvature", p.curvature);
  slots.add("market.reference_lambda", p.reference_lambda);
  slots.add("market.lapse", p.lapse);
  slots.add("market.adjustment", p.adjustment);
  for (Measure& measure : catalogue) add_measure(slots, "every", measure);
  for (Measure& measure : catalogue)
    if (measure.subsidised) add_measure(slots, "subsidised", measure);
  for (Measure& measure : catalogue) add_measure(slots, measure.id, measure);
  for (Measure& measure : catalogue)
    if (measure.post == Post::post_76) slots.add("mix." + measure.id, measure.composition);
  return slots.all;
}

std::array<double, frailty_classes> frailty_shares(const Parameters& p) {
  std::array<double, frailty_classes> shares{};
  for (std::size_t f = 0; f < frailty_classes; ++f)
    shares[f] = (is_weak(f) ? p.weak : 1 - p.weak) * (is_ill(f) ? p.ill : 1 - p.ill);
  return shares;
}

} // namespace tiltak
