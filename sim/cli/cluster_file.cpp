// tiltak cluster OUT.h5: the entrants' trajectories in a results file, written into a copy of it
// that then takes its place.
#include <algorithm>
#include <chrono>
#include <numeric>

#include <fmt/format.h>

#include <tiltak/sequence/entrants.hpp>
#include <tiltak/sequence/names.hpp>
#include <tiltak/sequence/silhouette.hpp>
#include <tiltak/store/reader.hpp>
#include <tiltak/store/writer.hpp>

#include "cluster.hpp"
#include "terminal.hpp"

namespace tiltak::cli {
namespace {

using namespace tiltak::sequence;

constexpr std::array state_names{"full_time",  "part_time", "measure",
                                 "unemployed", "other",     "reduced_capacity"};

struct Cohort {
  std::vector<Entrant> entrants;
  Sequences sequences;
  Month start; // of the file's panel
};

Cohort read_cohort(const store::ResultReader& file) {
  const std::string world = "/worlds/policy";
  if (!file.has(world + "/states"))
    throw InputError({file.path(), 0, 0}, "no panel of states to cluster",
                     "a file written with output.panel: full");
  const auto codes = file.read<std::uint8_t>(world + "/states");
  const auto births = file.read<std::int32_t>("/persons/birth_month");
  const auto months = file.months(world);
  std::vector<std::int16_t> birth;
  for (const std::int32_t day : births) {
    const auto month = store::month_of_days(day);
    if (!month) file.fail("/persons/birth_month holds a day that is not the first of a month");
    birth.push_back(static_cast<std::int16_t>(month->index));
  }
  Cohort cohort;
  cohort.start = months.front();
  const EntrantRule rule;
  const Panel panel{codes, months.size(), cohort.start};
  if (!covers(panel, rule))
    throw InputError({file.path(), 0, 0},
                     fmt::format("the panel does not follow those who entered in {}", rule.year),
                     fmt::format("{} to {}", to_string(Month::of(rule.year - 1, 1)),
                                 to_string(Month::of(rule.year, 12) + (rule.follow_months - 1))));
  cohort.entrants = select_entrants(panel, birth, rule);
  if (cohort.entrants.size() < 20)
    throw InputError(
        {file.path(), 0, 0},
        fmt::format("only {} persons entered a measure in {}", cohort.entrants.size(), rule.year),
        "at least 20", "simulate a larger share of the population (--scale)");
  cohort.sequences.alphabet.assign(state_names.begin(), state_names.end());
  cohort.sequences.positions = static_cast<std::size_t>(rule.follow_months);
  for (const Entrant& e : cohort.entrants) {
    const std::uint8_t* row = codes.data() + e.person * months.size() + e.first;
    cohort.sequences.codes.insert(cohort.sequences.codes.end(), row, row + rule.follow_months);
  }
  return cohort;
}

// Clusters numbered by size, the largest first; of equals the one whose medoid stands first.
struct Ordered {
  std::vector<std::int32_t> membership; // by person, from 1
  std::vector<std::int32_t> size, medoid; // by cluster; medoid: first person with its sequence
  std::vector<Name> names;
};

Ordered ordered(const Study& study, const Cohort& cohort) {
  const auto raw = study.cluster_of_person(study.chosen);
  const std::size_t k = study.chosen.partition.clusters;
  std::vector<std::int32_t> size(k, 0);
  for (const std::uint32_t c : raw) ++size[c];
  std::vector<std::size_t> order(k), place(k);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return size[a] > size[b]; });
  for (std::size_t i = 0; i < k; ++i) place[order[i]] = i;
  Ordered out;
  for (const std::uint32_t c : raw)
    out.membership.push_back(static_cast<std::int32_t>(place[c]) + 1);
  const std::size_t months = cohort.sequences.positions;
  std::vector<std::vector<std::uint8_t>> codes(k);
  for (std::size_t i = 0; i < raw.size(); ++i) {
    const std::uint8_t* row = cohort.sequences.row(i);
    codes[place[raw[i]]].insert(codes[place[raw[i]]].end(), row, row + months);
  }
  std::vector<Profile> profiles;
  for (std::size_t i = 0; i < k; ++i) {
    out.size.push_back(size[order[i]]);
    const std::uint32_t row = study.chosen.medoids[order[i]];
    out.medoid.push_back(static_cast<std::int32_t>(study.distinct.first[row]));
    profiles.push_back(profile(codes[i], months));
  }
  out.names = names(profiles);
  return out;
}

void write_quality(store::Table& table, const Study& study) {
  std::vector<std::int32_t> ks;
  std::vector<double> values;
  for (const Solution& s : study.solutions) {
    const Quality& q = s.quality;
    ks.push_back(static_cast<std::int32_t>(q.clusters));
    values.insert(values.end(),
                  {q.pbc, q.hg, q.hgsd, q.asw, q.asww, q.ch, q.r2, q.chsq, q.r2sq, q.hc});
  }
  table.write("k", ks);
  table.write("measure_of_quality", std::vector<std::string>{"PBC", "HG", "HGSD", "ASW", "ASWw",
                                                             "CH", "R2", "CHsq", "R2sq", "HC"});
  table.write("quality", values);
}

void write_trajectories(const std::string& path, const Study& study, const Cohort& cohort,
                        const Ordered& clusters, const Common& common) {
  store::Provenance now = store::begin_provenance();
  now.command_line = common.command_line;
  store::ResultWriter file = store::ResultWriter::extend(path, path, now);
  file.remove("/trajectories");
  store::Table table = file.group("/trajectories");
  const std::size_t months = cohort.sequences.positions, n = cohort.entrants.size();
  std::vector<std::int32_t> month(months), entry(n), number(clusters.size.size());
  std::iota(month.begin(), month.end(), 1);
  std::iota(number.begin(), number.end(), 1);
  std::vector<std::uint32_t> person(n);
  for (std::size_t i = 0; i < n; ++i) {
    person[i] = cohort.entrants[i].person;
    entry[i] = days_since_1970(cohort.start + cohort.entrants[i].first);
  }
  table.write("month", month);
  table.dimension("entrant", n);
  table.write("person", person);
  table.write("entry", entry);
  table.write("states", cohort.sequences.codes);
  table.write("membership", clusters.membership);
  table.write("cluster", number);
  table.write("size", clusters.size);
  table.write("medoid", clusters.medoid);
  std::vector<std::string> nb, en;
  for (const Name& name : clusters.names) {
    nb.push_back(name.nb);
    en.push_back(name.en);
  }
  table.write("name_en", en);
  table.write("name_nb", nb);
  write_quality(table, study);
  file.commit();
}

void print_clusters(const Ordered& clusters, const Study& study, std::size_t persons) {
  fmt::print("{} entrants in {} clusters, average silhouette width {:.3f}\n", persons,
             clusters.size.size(), study.chosen.quality.asw);
  for (std::size_t c = 0; c < clusters.size.size(); ++c)
    fmt::print("  {:>2}  {:<44} {:>6} {:6.1f} %\n", c + 1, clusters.names[c].en, clusters.size[c],
               100.0 * clusters.size[c] / static_cast<double>(persons));
}

} // namespace

int cluster_file(const ClusterOptions& options, const Common& common) {
  const auto began = std::chrono::steady_clock::now();
  const Cohort cohort = read_cohort(store::ResultReader(options.file));
  StudyOptions how = study_options(options, cohort.sequences, common.json);
  if (options.k == default_k) how.k = 7; // as the article
  const Progress progress = progress_bar(common.quiet);
  const Study result = study(cohort.sequences, how, progress);
  const Ordered clusters = ordered(result, cohort);
  write_trajectories(options.file, result, cohort, clusters, common);
  ClusterResults about;
  about.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  if (common.json)
    print_cluster_json(options, result, cohort.sequences, about);
  else if (!common.quiet)
    print_clusters(clusters, result, cohort.entrants.size());
  return done;
}

} // namespace tiltak::cli
