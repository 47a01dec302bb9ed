#include "synthetic.hpp"

#include <cstdint>
#include <vector>

#include <fmt/format.h>

#include <tiltak/store/panel.hpp>
#include <tiltak/store/writer.hpp>

namespace tiltak {
namespace {

using store::ResultWriter;
using store::Table;

constexpr std::size_t persons = 3000, months = 84, entrants = 400, followed = 60, clusters = 4;
const Month start = Month::of(2013, 1);
const std::vector<std::string> measures{"training", "wage_subsidy"};
const std::string hostile = "</script><script>alert(\"x\")</script> <b>&amp; 'y'";

// The same numbers every time, spread over 0..limit-1.
std::size_t spread(std::size_t i, std::size_t limit) {
  std::uint64_t x = (i + 1) * 0x9e3779b97f4a7c15ULL;
  x = (x ^ (x >> 29)) * 0xbf58476d1ce4e5b9ULL;
  return static_cast<std::size_t>((x ^ (x >> 32)) % limit);
}

template <class T, class Get> std::vector<T> column(std::size_t n, const Get& get) {
  std::vector<T> values;
  for (std::size_t i = 0; i < n; ++i) values.push_back(static_cast<T>(get(i)));
  return values;
}

// A trajectory by cluster: some months on the measure, some unemployed, then where the cluster
// leads.
std::uint8_t state_of(std::size_t entrant, std::size_t month) {
  constexpr std::uint8_t leads_to[clusters] = {0, 1, 5, 4};
  const std::size_t on_measure = 2 + spread(entrant, 9), without = spread(entrant + 7, 12);
  if (month < on_measure) return 2;
  if (month < on_measure + without) return 3;
  return spread(entrant * 61 + month / 12, 8) == 0 ? 3 : leads_to[entrant % clusters];
}

void write_persons(ResultWriter& file) {
  Table table = file.group("/persons");
  table.dimension("person", persons);
  table.write("sex", column<std::uint8_t>(persons, [](auto p) { return spread(p, 2); }));
  table.write("birth_month", column<std::int32_t>(persons, [](auto p) {
                return days_since_1970(Month::of(1960 + static_cast<int>(spread(p, 34)), 1));
              }));
  table.write("origin", column<std::uint8_t>(persons, [](auto p) { return spread(p, 20) % 8; }));
  table.write("education", column<std::uint8_t>(persons, [](auto p) { return spread(p + 3, 5); }));
  table.write("county", column<std::uint8_t>(persons, [](auto) { return 0; }));
  table.write("skill", column<std::uint8_t>(persons, [](auto) { return 0; }));
  table.write("frailty", column<std::uint8_t>(persons, [](auto p) { return spread(p, 3); }));
  table.dimension("counties", 1);
  table.dimension("skills", 1);
  table.write("county_names", std::vector<std::string>{"Norway"});
  table.write("skill_names", std::vector<std::string>{"all"});
}

void write_world(ResultWriter& file) {
  Table world = file.group("/worlds/policy");
  world.dimension("person", persons);
  world.months(start, months);
  world.write("replication", std::vector<std::int32_t>{0, 1});
  world.write("state", std::vector<std::uint8_t>{0, 1, 2, 3, 4, 5});
  const std::vector<std::int32_t> stock{1500, 600, 3, 60, 600, 237};
  world.write("state_counts", column<std::int32_t>(2 * months * 6, [&](auto i) {
                return stock[i % 6] + static_cast<std::int32_t>(i / 6 % 5) * (i % 6 == 3);
              }));
  Table spells = file.group("/worlds/policy/spells");
  spells.dimension("spell", entrants);
  const auto day = [](std::size_t m) {
    return days_since_1970(start + static_cast<std::int32_t>(m));
  };
  spells.write("person", column<std::uint32_t>(entrants, [](auto i) { return i * 7; }));
  spells.write("measure", column<std::uint8_t>(entrants, [](auto i) { return i % 2; }));
  spells.write("start", column<std::int32_t>(entrants, [&](auto i) { return day(12 + i % 12); }));
  spells.write("planned_end",
               column<std::int32_t>(entrants, [&](auto i) { return day(18 + i % 12); }));
  spells.write("end", column<std::int32_t>(entrants, [&](auto i) { return day(18 + i % 12); }));
  spells.write("ending", column<std::uint8_t>(entrants, [](auto) { return 1; }));
  spells.dimension("measures", measures.size());
  spells.write("measure_names", measures);
}

void write_market(ResultWriter& file) {
  Table table = file.group("/worlds/policy/market");
  table.months(start, months);
  table.write("segment", std::vector<std::string>{"north", "south"});
  const auto wave = [](std::size_t i) { return 100.0 + static_cast<double>(i / 2 % 24); };
  table.write("searchers", column<std::int32_t>(2 * months, wave));
  table.write("effectiveness", column<double>(2 * months, [&](auto i) { return wave(i) / 2; }));
  table.write("vacancies", column<double>(2 * months, [&](auto i) { return 90 - wave(i) / 2; }));
  table.write("matches", column<double>(2 * months, [](auto) { return 20; }));
  table.write("hires", column<std::int32_t>(2 * months, [](auto) { return 20; }));
  table.write("tightness", column<double>(2 * months, [](auto) { return 0.8; }));
  table.write("job_finding", column<double>(2 * months, [](auto) { return 0.2; }));
}

void write_budget(ResultWriter& file) {
  Table table = file.group("/budget");
  table.months(start, months);
  table.write("measure", measures);
  const std::size_t cells = months * measures.size();
  const auto money = [](std::size_t i) { return 50'000'000 + 100'000 * (i / 24); };
  table.write("appropriated", column<std::int64_t>(cells, money));
  table.write("committed", column<std::int64_t>(cells, [&](auto i) { return money(i) / 2; }));
  table.write("spent", column<std::int64_t>(cells, [&](auto i) { return money(i) / 10 * 9; }));
  table.write("places", column<std::int32_t>(cells, [](auto i) { return 30 + 20 * (i % 2); }));
  table.write("starts", column<std::int32_t>(cells, [](auto i) { return 5 + i % 2; }));
  table.write("queue", column<std::int32_t>(cells, [](auto i) { return i % 9; }));
  table.write("name_en", std::vector<std::string>{"Training", hostile});
  table.write("name_nb", std::vector<std::string>{"Opplæring", hostile});
}

void write_accounts(ResultWriter& file) {
  Table table = file.group("/accounts");
  table.months(start, months);
  table.write("replication", std::vector<std::int32_t>{0, 1, 2});
  table.write("group", std::vector<std::string>{"all", "sex.woman", "priority.under_30+outside_eea",
                                                "age.18-19"});
  table.write("measure", std::vector<std::string>{"training", "wage_subsidy", "none"});
  // net is direct + threat + relabelling + cuts - displacement, as in a real file
  const std::vector<std::pair<std::string, int>> items{
      {"gross", 40},   {"deadweight", 25},   {"own_loss", 2}, {"direct", 9},
      {"lock_in", -4}, {"after_effect", 13}, {"threat", 4},   {"relabelling", -2},
      {"cuts", -1},    {"displacement", 6},  {"net", 4}};
  for (const auto& [item, size] : items)
    for (const char* jobs : {"_reg", "_lfs"})
      table.write(item + jobs, column<std::int32_t>(3 * 4 * 3 * months, [&, size = size](auto i) {
                    return size * (10 + static_cast<int>(i / (12 * months)));
                  }));
}

void write_trajectories(ResultWriter& file) {
  Table table = file.group("/trajectories");
  table.dimension("entrant", entrants);
  table.write("month", column<std::int32_t>(followed, [](auto m) { return m + 1; }));
  table.write("cluster", column<std::int32_t>(clusters, [](auto c) { return c + 1; }));
  table.write("person", column<std::uint32_t>(entrants, [](auto i) { return i * 7; }));
  table.write("entry", column<std::int32_t>(entrants, [](auto i) {
                return days_since_1970(start + static_cast<std::int32_t>(12 + i % 12));
              }));
  table.write("states", column<std::uint8_t>(entrants * followed, [](auto i) {
                return state_of(i / followed, i % followed);
              }));
  table.write("membership",
              column<std::int32_t>(entrants, [](auto i) { return i % clusters + 1; }));
  table.write("silhouette", column<double>(entrants, [](auto i) {
                return 0.2 + 0.1 * (static_cast<double>(i % clusters));
              }));
  table.write("size", column<std::int32_t>(clusters, [](auto) { return entrants / clusters; }));
  table.write("medoid", column<std::int32_t>(clusters, [](auto c) { return c; }));
  table.write("name_en",
              std::vector<std::string>{"Quickly to a job", "Part-time", hostile, "Other"});
  table.write("name_nb", std::vector<std::string>{"Raskt i jobb", "Deltid", hostile, "Annet"});
}

// Two for each cluster, the second of few; one of all entrants, which no report shows.
void write_representatives(ResultWriter& file) {
  constexpr std::size_t rows = 2 * clusters + 1;
  Table table = file.group("/trajectories/representatives");
  table.dimension("representative", rows);
  const auto number = [](std::size_t i) { return static_cast<double>(i % 2 == 1 ? 40 : 3); };
  table.write("cluster", column<std::int32_t>(rows, [](auto i) { return (i + 1) / 2; }));
  table.write("criterion", std::vector<std::string>(rows, "density"));
  table.write("radius_of", std::vector<std::string>(rows, "cluster"));
  table.write("radius", std::vector<double>(rows, 12));
  table.write("coverage", std::vector<double>(rows, 0.26));
  table.write("entrant", column<std::int32_t>(rows, [](auto i) { return 3 * i; }));
  for (const char* of : {"score", "assigned", "within", "mean_distance", "discrepancy", "quality"})
    table.write(of, column<double>(rows, number));
}

} // namespace

void write_synthetic(const std::string& path) {
  store::Provenance p = store::begin_provenance();
  p.title = hostile;
  p.scenario = "# " + hostile + "\nseed: 1\n";
  p.parameters = "name.en = " + hostile +
                 "\nseed = 1\nallocation.rule = practice\nmarket.demand_response = 0.5\n"
                 "market.matching = den_haan\nfrictions.season = on\nfrictions.staff = off\n";
  p.changes = "seed\t2014\t1\t" + hostile + "\tfrøet\tthe seed\n";
  p.fit = "# tiltak: fit of 0123456789abcdef\n# made by: " + hostile +
          "\nmoment\tuse\tside\tpublished\twidth\tjudged\tmodel\tgap\tnoise\tsource\n"
          "stock.x\tfitted\tequal\t10\t2\tyes\t11\t0.5\t0.1\t[M02]\n"
          "stock.y\tfitted\tat_least\t3\t1\tno\t0.5\t-2.5\t0.1\t" +
          hostile + "\nstock.z\theld_out\tequal\t10\t2\tyes\t20\t5\t0.1\t\n";
  p.seed = 1;
  p.expansion = 20;
  ResultWriter file(path, p);
  write_persons(file);
  write_world(file);
  write_market(file);
  write_budget(file);
  write_accounts(file);
  write_trajectories(file);
  write_representatives(file);
  file.commit();
}

} // namespace tiltak
