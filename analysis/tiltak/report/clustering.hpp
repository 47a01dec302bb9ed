// The clusters of a cohort, with their names.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <tiltak/report/source.hpp>

namespace tiltak::report {

struct Clustering {
  std::vector<std::string> names;
  std::vector<std::int64_t> persons; // simulated entrants
  std::vector<std::size_t> medoid; // rows of the cohort
  std::vector<double> silhouette; // mean width by cluster; empty where there is none

  std::size_t size() const { return names.size(); }
  double share(std::size_t cluster) const;
};

// Nothing when the file's cohort is not clustered. Memberships and medoids that name no cluster or
// row are an InputError.
std::optional<Clustering> read_clustering(const Source& source);

} // namespace tiltak::report
