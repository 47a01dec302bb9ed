#include <tiltak/people/synthesis.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include <tiltak/core/exact.hpp>
#include <tiltak/core/money.hpp>

namespace tiltak {
namespace {

constexpr std::int32_t attribute_month = 0; // draws of attributes belong to no month
constexpr std::array<std::size_t, 4> shape{sexes.size(), age_band_count, origins.size(),
                                           educations.size()};

struct Cell {
  Sex sex;
  std::size_t band;
  BirthRegion origin;
  Education education;
};

Cell cell_at(std::size_t c) {
  const std::size_t education = c % shape[3], origin = c / shape[3] % shape[2];
  const std::size_t band = c / (shape[3] * shape[2]) % shape[1];
  return {static_cast<Sex>(c / (shape[3] * shape[2] * shape[1])), band,
          static_cast<BirthRegion>(origin), static_cast<Education>(education)};
}

// Makes persons one after another; a person's draws are keyed by her number in this order. Persons
// are sorted by birth, so they are made twice: once to count births, once to be put where they
// stand.
class Maker {
public:
  Maker(const PopulationPlan& plan, const Places& places, Month end, const Draws& draws)
      : plan_(plan), places_(places), end_(end), draws_(draws), next_(1u << 15, 0) {}

  // From now on persons are kept: those of the block, in the order of their births.
  void keep(PersonBlock block) {
    std::exclusive_scan(next_.begin(), next_.end(), next_.begin(), std::size_t{0});
    people.in_country = made_;
    people.first = block.begin(made_);
    people.resize(block.end(made_) - people.first);
    if (plan_.given) {
      people.id.resize(people.size());
      people.start.resize(people.size());
    }
    made_ = 0;
    keeps_ = true;
  }

  // A person of this cell who is `age_months` old when she arrives. Where she stands, if she is
  // kept.
  std::optional<std::size_t> add(const Cell& cell, Month arrival, int age_months) {
    const PersonId id = next();
    ++made_;
    const auto birth = static_cast<std::int16_t>((arrival - age_months).index);
    const std::size_t place_in_order = next_.at(static_cast<std::size_t>(birth))++;
    if (!keeps_ || place_in_order < people.first || place_in_order - people.first >= people.size())
      return {};
    const std::size_t p = place_in_order - people.first;
    people.birth[p] = birth;
    people.arrival[p] = static_cast<std::int16_t>(arrival.index);
    people.base[p] =
        static_cast<std::uint16_t>(base_type(cell.sex, cell.origin, cell.education, frailty(id)));
    const Place place = places_.draw(cell.origin, cell.education, uniform(id, 1));
    people.county[p] = place.county;
    people.skill[p] = place.skill;
    people.departure[p] = departure(id, cell, Month{birth}, arrival);
    return p;
  }

  // A person of a file, with what it leaves open drawn. She comes at 18 at the earliest.
  void add(const GivenPerson& person, Month start) {
    const Cell cell{person.sex, 0, person.origin, person.education};
    const Month adult = person.birth + 12 * age_band_from[0];
    const Month arrival = std::max(adult, person.arrival.value_or(start));
    const auto p = add(cell, arrival, arrival - person.birth);
    if (!p) return;
    if (person.county) people.county[*p] = *person.county;
    if (person.skill) people.skill[*p] = *person.skill;
    if (person.departure) {
      const Month last = person.birth + 12 * age_band_from[age_band_count];
      people.departure[*p] = static_cast<std::int16_t>(std::min(last, *person.departure).index);
    }
    people.id[*p] = person.id;
    people.start[*p] = person.start;
  }

  double uniform(PersonId id, unsigned attribute) const {
    return draws_.uniform(id, attribute_month, Purpose::attribute, attribute);
  }
  PersonId next() const { return PersonId{static_cast<std::uint32_t>(made_)}; }

  People people;

private:
  std::size_t frailty(PersonId id) const {
    double u = uniform(id, 0);
    std::size_t f = 0;
    while (f + 1 < frailty_classes && u >= plan_.frailty[f]) u -= plan_.frailty[f++];
    return f;
  }

  // First month after the 67th birthday, or a death or a move before it: policy moves none of
  // these, so each is settled here, once, for every world. Hazards are constant within an age band.
  std::int16_t departure(PersonId id, const Cell& cell, Month birth, Month now) const {
    double patience = -exact::log(uniform(id, 4)); // unit exponential, used up by the hazard
    while (now < end_) {
      const int age = (now - birth) / 12;
      const std::size_t band = age_band(age);
      const Month next = birth + 12 * age_band_from[band + 1];
      const double hazard =
          plan_.death[band] + plan_.emigration[static_cast<std::size_t>(cell.origin)];
      const double months_left = hazard > 0 ? patience / hazard : 1e9;
      if (months_left < next - now)
        return static_cast<std::int16_t>((now + 1 + static_cast<int>(months_left)).index);
      if (band + 1 == age_band_count) return static_cast<std::int16_t>(next.index);
      patience -= hazard * (next - now);
      now = next;
    }
    return static_cast<std::int16_t>((birth + 12 * age_band_from[age_band_count]).index);
  }

  const PopulationPlan& plan_;
  const Places& places_;
  Month end_;
  const Draws& draws_;
  std::size_t made_ = 0;
  std::vector<std::size_t> next_; // by month of birth: persons so far; then where the next stands
  bool keeps_ = false;
};

void add_stock(Maker& maker, const std::vector<double>& cells, std::int64_t persons, Month start) {
  const auto counts = share_out(persons, cells);
  for (std::size_t c = 0; c < counts.size(); ++c) {
    const Cell cell = cell_at(c);
    const int from = 12 * age_band_from[cell.band], to = 12 * age_band_from[cell.band + 1];
    for (std::int64_t n = 0; n < counts[c]; ++n) {
      const int within = static_cast<int>(maker.uniform(maker.next(), 3) * (to - from));
      maker.add(cell, start, from + within);
    }
  }
}

// Those who turn 18: each month as many as stand on average in a month of the first age band.
void add_newly_adult(Maker& maker, std::vector<double> cells, double persons, Month start,
                     int months) {
  for (std::size_t c = 0; c < cells.size(); ++c)
    if (cell_at(c).band != 0) cells[c] = 0;
  const double total = std::accumulate(cells.begin(), cells.end(), 0.0) * persons;
  const int width = 12 * (age_band_from[1] - age_band_from[0]);
  double owed = 0;
  for (int m = 1; m < months; ++m) {
    owed += total / width;
    const auto whole = static_cast<std::int64_t>(owed);
    owed -= static_cast<double>(whole);
    // Shares of a month's few persons are settled by draw, not by largest remainder, which would
    // give small cells nobody for ever.
    for (std::int64_t n = 0; n < whole; ++n) {
      double u = maker.uniform(maker.next(), 5) * total / persons;
      std::size_t c = 0;
      while (c + 1 < cells.size() && u >= cells[c]) u -= cells[c++];
      maker.add(cell_at(c), start + m, 12 * age_band_from[0]);
    }
  }
}

// Movers in: per month as many of each origin as the emigration hazard takes out, aged 20-39 as the
// cells have them.
void add_movers(Maker& maker, const PopulationPlan& plan, const std::vector<double>& cells,
                double persons, Month start, int months) {
  std::vector<double> weight(cells.size(), 0.0);
  double leaving = 0;
  for (std::size_t c = 0; c < cells.size(); ++c) {
    const Cell cell = cell_at(c);
    const double out = cells[c] * plan.emigration[static_cast<std::size_t>(cell.origin)];
    leaving += out * persons;
    if (cell.band >= 1 && cell.band <= 4) weight[c] = out;
  }
  const double all = std::accumulate(weight.begin(), weight.end(), 0.0);
  double owed = 0;
  for (int m = 1; m < months && all > 0; ++m) {
    for (owed += leaving; owed >= 1; owed -= 1) {
      double u = maker.uniform(maker.next(), 5) * all;
      std::size_t c = 0;
      while (c + 1 < weight.size() && (weight[c] == 0 || u >= weight[c])) u -= weight[c++];
      const Cell cell = cell_at(c);
      const int from = 12 * age_band_from[cell.band], to = 12 * age_band_from[cell.band + 1];
      maker.add(cell, start + m,
                from + static_cast<int>(maker.uniform(maker.next(), 3) * (to - from)));
    }
  }
}

// Everybody who is made, in the order of their numbers.
void make_all(Maker& maker, const PopulationPlan& plan, const std::vector<double>& cells,
              Month start, int months) {
  if (plan.given) {
    for (const GivenPerson& person : *plan.given) maker.add(person, start);
    return;
  }
  add_stock(maker, cells, static_cast<std::int64_t>(std::llround(plan.persons)), start);
  add_newly_adult(maker, cells, plan.persons, start, months);
  add_movers(maker, plan, cells, plan.persons, start, months);
}

} // namespace

People synthesise(const PopulationPlan& plan, Month start, int months, const Draws& draws,
                  PersonBlock block) {
  const std::size_t cell_count = shape[0] * shape[1] * shape[2] * shape[3];
  Fitted fitted = fit_margins({shape.begin(), shape.end()}, plan.margins,
                              plan.seed.empty() ? std::vector<double>(cell_count, 1.0) : plan.seed);
  const double total = std::accumulate(fitted.cells.begin(), fitted.cells.end(), 0.0);
  for (auto& cell : fitted.cells) cell /= total;
  std::vector<double> by_kind(origins.size() * educations.size(), 0.0);
  for (std::size_t c = 0; c < fitted.cells.size(); ++c)
    by_kind[c % by_kind.size()] += fitted.cells[c];
  const Places places(plan.places, by_kind);
  Maker maker(plan, places, start + months, draws);
  make_all(maker, plan, fitted.cells, start, months);
  maker.keep(block);
  make_all(maker, plan, fitted.cells, start, months);
  return std::move(maker.people);
}

} // namespace tiltak
