#include <tiltak/people/synthesis.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

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

// Makes persons one after another; a person's draws are keyed by her number in this order.
class Maker {
public:
  Maker(const PopulationPlan& plan, const Places& places, Month end, const Draws& draws)
      : plan_(plan), places_(places), end_(end), draws_(draws) {}

  // A person of this cell who is `age_months` old when she arrives.
  void add(const Cell& cell, Month arrival, int age_months) {
    const PersonId id{static_cast<std::uint32_t>(people.size())};
    people.birth.push_back(static_cast<std::int16_t>((arrival - age_months).index));
    people.arrival.push_back(static_cast<std::int16_t>(arrival.index));
    people.base.push_back(
        static_cast<std::uint16_t>(base_type(cell.sex, cell.origin, cell.education, frailty(id))));
    const Place place = places_.draw(cell.origin, cell.education, uniform(id, 1));
    people.county.push_back(place.county);
    people.skill.push_back(place.skill);
    people.departure.push_back(departure(id, cell));
  }

  double uniform(PersonId id, unsigned attribute) const {
    return draws_.uniform(id, attribute_month, Purpose::attribute, attribute);
  }
  PersonId next() const { return PersonId{static_cast<std::uint32_t>(people.size())}; }

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
  std::int16_t departure(PersonId id, const Cell& cell) const {
    const Month birth{people.birth.back()};
    Month now{people.arrival.back()};
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

People sorted_by_birth(const People& people) {
  std::vector<std::uint32_t> order(people.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return people.birth[a] < people.birth[b];
  });
  People sorted;
  sorted.resize(people.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    sorted.birth[i] = people.birth[order[i]];
    sorted.arrival[i] = people.arrival[order[i]];
    sorted.departure[i] = people.departure[order[i]];
    sorted.base[i] = people.base[order[i]];
    sorted.county[i] = people.county[order[i]];
    sorted.skill[i] = people.skill[order[i]];
  }
  return sorted;
}

} // namespace

People synthesise(const PopulationPlan& plan, Month start, int months, const Draws& draws) {
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
  add_stock(maker, fitted.cells, static_cast<std::int64_t>(std::llround(plan.persons)), start);
  add_newly_adult(maker, fitted.cells, plan.persons, start, months);
  add_movers(maker, plan, fitted.cells, plan.persons, start, months);
  return sorted_by_birth(maker.people);
}

} // namespace tiltak
