#include <tiltak/report/clustering.hpp>

#include <algorithm>
#include <numeric>

namespace tiltak::report {
namespace {

std::vector<std::string> names_of(const Source& source, std::size_t clusters) {
  const std::string variable = std::string("/trajectories/name_") + source.say.tag();
  if (source.file.has(variable)) {
    auto names = source.file.read_text(variable);
    if (names.size() == clusters) return names;
  }
  std::vector<std::string> names;
  for (std::size_t c = 1; c <= clusters; ++c)
    names.push_back(source.say("clusters.number", {{"number", std::to_string(c)}}));
  return names;
}

std::vector<double> mean_by_cluster(const std::vector<double>& widths, const Cohort& cohort,
                                    const std::vector<std::int64_t>& persons) {
  std::vector<double> means(persons.size(), 0);
  for (std::size_t i = 0; i < cohort.size(); ++i)
    means[static_cast<std::size_t>(cohort.membership[i] - 1)] += widths[i];
  for (std::size_t c = 0; c < persons.size(); ++c)
    means[c] /= static_cast<double>(std::max<std::int64_t>(1, persons[c]));
  return means;
}

} // namespace

double Clustering::share(std::size_t cluster) const {
  const auto all = std::accumulate(persons.begin(), persons.end(), std::int64_t{0});
  return all == 0 ? 0 : static_cast<double>(persons[cluster]) / static_cast<double>(all);
}

std::optional<Clustering> read_clustering(const Source& source) {
  const store::ResultReader& file = source.file;
  if (!source.cohort || source.cohort->membership.empty()) return std::nullopt;
  const Cohort& cohort = *source.cohort;
  Clustering out;
  const std::size_t clusters = file.shape("/trajectories/cluster")[0];
  out.names = names_of(source, clusters);
  out.persons.assign(clusters, 0);
  for (const std::int32_t cluster : cohort.membership) {
    if (cluster < 1 || static_cast<std::size_t>(cluster) > clusters)
      file.fail("/trajectories/membership: names a cluster that does not exist");
    ++out.persons[static_cast<std::size_t>(cluster - 1)];
  }
  for (const std::int32_t row : file.read<std::int32_t>("/trajectories/medoid")) {
    if (row < 0 || static_cast<std::size_t>(row) >= cohort.size())
      file.fail("/trajectories/medoid: names a row that does not exist");
    out.medoid.push_back(static_cast<std::size_t>(row));
  }
  if (file.has("/trajectories/silhouette"))
    out.silhouette =
        mean_by_cluster(file.read<double>("/trajectories/silhouette"), cohort, out.persons);
  return clusters == 0 ? std::nullopt : std::optional(std::move(out));
}

} // namespace tiltak::report
