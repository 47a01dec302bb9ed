// From words on the command line to options of the analysis.
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include <tiltak/core/diagnostic.hpp>
#include <tiltak/core/suggest.hpp>

#include "cluster.hpp"

namespace tiltak::cli {
namespace {

using namespace tiltak::sequence;

[[noreturn]] void unknown(const char* option, const std::string& found,
                          const std::vector<std::string>& allowed) {
  throw InputError({option}, fmt::format("'{}' is none of them", found),
                   fmt::format("{}", fmt::join(allowed, ", ")), did_you_mean(found, allowed));
}

std::size_t whole(const std::string& text, const std::string& all) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 1)
    throw InputError({"-k"}, fmt::format("'{}' is no number of clusters", all),
                     "a number from 1, or a range such as 2..12");
  return value;
}

void set_range(const ClusterOptions& o, StudyOptions& study) {
  study.fit_range = o.k == default_k;
  const std::size_t dots = o.k.find("..");
  if (dots == std::string::npos) {
    study.k = study.k_min = study.k_max = whole(o.k, o.k);
    return;
  }
  study.k_min = whole(o.k.substr(0, dots), o.k);
  study.k_max = whole(o.k.substr(dots + 2), o.k);
  if (study.k_min > study.k_max || study.k_min < 2)
    throw InputError({"-k"}, fmt::format("'{}' is no range of numbers of clusters", o.k),
                     "a range from 2 upwards, such as 2..12");
}

// A square of numbers, a row and a column per state in the order of the alphabet (with the missing
// value last where there is one); a header and a first column of names are passed over.
std::vector<double> read_costs(const std::string& file, const Sequences& sequences) {
  const std::size_t n = sequences.states();
  const Table table = Table::read(file);
  std::vector<double> costs;
  std::vector<std::string_view> cells;
  for (std::size_t i = 0; i < table.rows(); ++i) {
    table.cells(i, cells);
    for (std::size_t c = cells.size() > n ? cells.size() - n : 0; c < cells.size(); ++c) {
      const auto cost = number(cells[c]);
      if (!cost || *cost < 0)
        throw InputError(table.origin(i, c), fmt::format("cost '{}'", cells[c]),
                         "a number, 0 or above");
      costs.push_back(*cost);
    }
  }
  if (table.rows() != n || costs.size() != n * n)
    throw InputError({file},
                     fmt::format("{} rows of costs, {} numbers in all", table.rows(), costs.size()),
                     fmt::format("a header and {} rows of {} numbers", n, n));
  for (std::size_t a = 0; a < n; ++a)
    for (std::size_t b = 0; b <= a; ++b)
      if (costs[a * n + b] != costs[b * n + a] || (a == b && costs[a * n + b] != 0))
        throw InputError({file},
                         fmt::format("costs of '{}' and '{}'", state_name(sequences, a),
                                     state_name(sequences, b)),
                         "the same both ways, and 0 for a state and itself");
  return costs;
}

Norm norm_of(const ClusterOptions& o) {
  if (const auto norm = norm_named(o.norm)) return *norm;
  unknown("--norm", o.norm, {"none", "auto", "maxlength", "gmean", "maxdist", "YujianBo"});
}

std::optional<double> indel_of(const ClusterOptions& o) {
  if (o.indel.empty() || o.indel == "auto") return {};
  const auto indel = number(o.indel);
  if (!indel || *indel <= 0) unknown("--indel", o.indel, {"auto", "a number above 0"});
  return indel;
}

DistanceOptions distance_options(const ClusterOptions& o, const Sequences& sequences) {
  DistanceOptions d;
  const auto measure = measure_named(o.distance);
  if (!measure)
    unknown("--distance", o.distance,
            {"lcs", "om", "omspell", "hamming", "dhd", "lcp", "rlcp", "chi2", "euclid"});
  d.measure = *measure;
  d.expansion = o.expansion;
  d.step = o.step;
  Diagnostics wrong;
  attempt([&] { d.norm = norm_of(o); }, wrong);
  attempt([&] { d.indel = indel_of(o); }, wrong);
  d.costs = o.costs == "constant" ? CostRule::constant
            : o.costs == "trate"  ? CostRule::trate
                                  : CostRule::given;
  if (sequences.size() > 0) { // otherwise it has been said what is wrong with them
    if (d.costs == CostRule::given)
      attempt([&] { d.given = read_costs(o.costs, sequences); }, wrong);
    attempt([&] { check(d, sequences); }, wrong);
  }
  if (!wrong.empty()) throw InputError(std::move(wrong));
  return d;
}

Method method_of(const ClusterOptions& o) {
  const std::string name = !o.method.empty()      ? o.method
                           : !o.partition.empty() ? "hierarchical"
                                                  : "pam";
  if (name == "hierarchical") return Method::hierarchical;
  if (name == "pam") return Method::pam;
  if (name == "eager") return Method::eager;
  if (name == "build") return Method::build;
  if (name == "clara") return Method::clara;
  unknown("--method", name, {"pam", "hierarchical", "eager", "build", "clara"});
}

Linkage linkage_of(const ClusterOptions& o) {
  if (const auto linkage = linkage_named(o.linkage)) return *linkage;
  unknown("--linkage", o.linkage, {"ward.D", "ward.D2", "average", "complete", "single"});
}

void set_sampling(const ClusterOptions& o, StudyOptions& study) {
  if (o.samples < 1) throw InputError({"--samples"}, "0", "1 or more");
  if (o.sample_size < 2)
    throw InputError({"--sample-size"}, fmt::format("{}", o.sample_size), "2 persons or more");
  study.samples = o.samples;
  study.sample_size = o.sample_size;
  study.seed = o.seed;
}

void check_needs(const ClusterOptions& o, Method method) {
  const bool needs_matrix = !o.matrix.empty() || !o.merges.empty() || !o.representatives.empty() ||
                            !o.discrepancy.empty() || o.bootstrap > 0 || !o.partition.empty();
  if (method == Method::clara && needs_matrix)
    throw InputError(
        {"--method"}, "clara has no distances between all sequences",
        "without --matrix, --merges, --representatives, --discrepancy, --bootstrap, --partition");
}

} // namespace

StudyOptions study_options(const ClusterOptions& o, const Sequences& sequences, bool json) {
  StudyOptions study;
  Diagnostics wrong;
  attempt([&] { study.distance = distance_options(o, sequences); }, wrong);
  attempt([&] { study.linkage = linkage_of(o); }, wrong);
  attempt([&] { study.method = method_of(o); }, wrong);
  attempt([&] { set_range(o, study); }, wrong);
  attempt([&] { set_sampling(o, study); }, wrong);
  attempt([&] { check_needs(o, study.method); }, wrong);
  attempt([&] { representative_options(o); }, wrong);
  if (!(o.memory_gb >= 0))
    wrong.add({"--memory"}, fmt::format("{}", o.memory_gb), "gigabytes; 0: what is free");
  if (!wrong.empty()) throw InputError(std::move(wrong));
  study.keep_duplicates = o.keep_duplicates;
  study.every_k = o.every_k;
  study.clusters = o.wants_clusters(json);
  study.memory = o.memory_gb * 1e9;
  return study;
}

std::vector<RepresentativeOptions> representative_options(const ClusterOptions& o) {
  if (o.radius_of != "cluster" && o.radius_of != "overall" && o.radius_of != "both")
    unknown("--radius-of", o.radius_of, {"cluster", "overall", "both"});
  for (const double share : {o.coverage, o.radius})
    if (!(share >= 0 && share <= 1))
      throw InputError({"--coverage, --radius"}, fmt::format("{}", share), "a share from 0 to 1");
  std::vector<RepresentativeOptions> all;
  for (const std::string& word : o.criteria) {
    const auto criterion = criterion_named(word);
    if (!criterion)
      unknown("--criterion", word, {"density", "frequency", "centrality", "likelihood"});
    if (o.radius_of != "overall")
      all.push_back({*criterion, RadiusOf::cluster, o.coverage, o.radius});
    if (o.radius_of != "cluster")
      all.push_back({*criterion, RadiusOf::overall, o.coverage, o.radius});
  }
  return all;
}

} // namespace tiltak::cli
